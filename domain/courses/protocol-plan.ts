import type { ProtocolPhase } from '#domain/protocols/protocol.ts';
import { type CoursePlan, initialSessions } from './course-plan.ts';

/** The most sessions a protocol speaks of, at its intervals: what a new course starts from. */
export function planOfProtocol(phases: readonly ProtocolPhase[]): CoursePlan {
  const initial = phases.find(({ phase }) => phase === 'initial');
  const upkeep = phases.find(({ phase }) => phase === 'maintenance');
  const first = initial ?? upkeep;
  return {
    plannedSessions: (initial?.sessionsMax ?? 0) + (upkeep?.sessionsMax ?? 0) || null,
    intervalDaysMin: first?.intervalDaysMin ?? null,
    intervalDaysMax: first?.intervalDaysMax ?? null,
    maintenance: upkeep
      ? {
          sessions: upkeep.sessionsMax,
          intervalDaysMin: upkeep.intervalDaysMin,
          intervalDaysMax: upkeep.intervalDaysMax,
        }
      : null,
  };
}

const range = (least: number, most: number): string =>
  least === most ? String(least) : `${least}–${most}`;

type Part = { sessions: number | null; least: number | null; most: number | null };

function partDeviations(name: string, part: Part, asked: ProtocolPhase): string[] {
  const { sessions, least, most } = part;
  const { sessionsMin, sessionsMax, intervalDaysMin, intervalDaysMax } = asked;
  const found: string[] = [];
  if (sessions === null || sessions < sessionsMin || sessions > sessionsMax)
    found.push(
      `${name}: ${sessions ?? 'no number of'} sessions, the protocol has ${range(sessionsMin, sessionsMax)}.`,
    );
  const [from, to] = [least ?? most, most ?? least];
  if (from === null || to === null || from < intervalDaysMin || to > intervalDaysMax)
    found.push(
      `${name}: ${from === null || to === null ? 'no' : range(from, to)} days between, the protocol has ${range(intervalDaysMin, intervalDaysMax)}.`,
    );
  return found;
}

/** How a course's plan deviates from its protocol, in sentences; a deviation is the clinician's choice. */
export function planDeviations(plan: CoursePlan, phases: readonly ProtocolPhase[]): string[] {
  const initial = phases.find(({ phase }) => phase === 'initial');
  const upkeep = phases.find(({ phase }) => phase === 'maintenance');
  const { maintenance } = plan;
  const found: string[] = [];
  if (initial) {
    const { intervalDaysMin: least, intervalDaysMax: most } = plan;
    const part = { sessions: initialSessions(plan), least, most };
    found.push(...partDeviations('Initial', part, initial));
  }
  if (upkeep && maintenance === null) found.push('Maintenance: none, the protocol has some.');
  if (upkeep && maintenance !== null) {
    const { sessions, intervalDaysMin: least, intervalDaysMax: most } = maintenance;
    found.push(...partDeviations('Maintenance', { sessions, least, most }, upkeep));
  }
  if (!upkeep && maintenance !== null) found.push('Maintenance: some, the protocol has none.');
  return found;
}

/** Fewer sessions than this are noted, which stops nobody. Source: CLINICAL.md section 1 (S3). */
const FEW_SESSIONS = 5;

/** The optional note on a plan of few sessions, as one article's statement; null where it does not apply. */
export const fewSessionsNote = (plannedSessions: number | null): string | null =>
  plannedSessions !== null && plannedSessions < FEW_SESSIONS
    ? 'One clinic’s article speaks of at least five sessions. That is its statement, not a rule.'
    : null;
