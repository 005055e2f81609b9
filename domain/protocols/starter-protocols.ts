import type { ProtocolCreate } from './protocol.ts';

/**
 * Schemes that clinics' articles state, for a clinic to take over as drafts of its own. They
 * disagree with each other and none is a standard. Source: CLINICAL.md sections 0 and 1 (S0–S2).
 */
export const STARTER_PROTOCOLS: readonly ProtocolCreate[] = [
  {
    name: 'Four to six sessions',
    phases: [
      {
        phase: 'initial',
        sessionsMin: 4,
        sessionsMax: 6,
        intervalDaysMin: 14,
        intervalDaysMax: 28,
      },
    ],
    sourceLabel: 'Article of a clinic (S0)',
    sourceStatement: '4–6 sessions, 2–4 weeks apart; the number depends on condition and response.',
    note: '',
  },
  {
    name: 'Weekly, then monthly',
    phases: [
      { phase: 'initial', sessionsMin: 6, sessionsMax: 8, intervalDaysMin: 7, intervalDaysMax: 7 },
      {
        phase: 'maintenance',
        sessionsMin: 3,
        sessionsMax: 6,
        intervalDaysMin: 28,
        intervalDaysMax: 31,
      },
    ],
    sourceLabel: 'Article of a clinic (S1)',
    sourceStatement: 'Initial 6–8 sessions, one week apart; then monthly for 3–6 months.',
    note: 'Monthly is taken as every 28 to 31 days.',
  },
  {
    name: 'Every two weeks',
    phases: [
      {
        phase: 'initial',
        sessionsMin: 6,
        sessionsMax: 8,
        intervalDaysMin: 14,
        intervalDaysMax: 14,
      },
    ],
    sourceLabel: 'Article of a clinic (S2)',
    sourceStatement:
      '‘Called one in two weeks’, 6–8 sessions, with low-level laser or PRP beside it.',
    note: 'The wording is ambiguous: it is taken as one session every two weeks.',
  },
];
