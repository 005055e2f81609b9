import { PREPARATION_TICK_LABELS, PREPARATION_TICKS } from '#domain/sessions/preparation.ts';
import { ANAESTHESIA_LABELS } from '#domain/sessions/session-enums.ts';
import type { Session } from '#domain/sessions/session.ts';

/** One fact of a record: what it is called, and how it is said; empty for not recorded. */
export type Fact = [label: string, value: string | number | null | undefined];

const joined = (parts: readonly (string | null | false)[]): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(', ');

/** How the scalp was made ready, as rows to read. */
export function preparationFacts({
  preparation,
  anaesthesia,
  anaesthesiaNote,
}: Pick<Session, 'preparation' | 'anaesthesia' | 'anaesthesiaNote'>): Fact[] {
  const done = PREPARATION_TICKS.filter((tick) => preparation[tick]);
  const { antiseptic, anaestheticMg, anaestheticOnAt, anaestheticOffAt } = preparation;
  return [
    ['Done', done.map((tick) => PREPARATION_TICK_LABELS[tick]).join('; ')],
    [
      'Antiseptic',
      antiseptic === null
        ? null
        : antiseptic === 'none'
          ? 'None used'
          : joined([
              preparation.antisepticProduct ?? 'Used',
              preparation.antisepticLot !== null && `lot ${preparation.antisepticLot}`,
            ]),
    ],
    [
      'Anaesthesia',
      joined([
        anaesthesia && ANAESTHESIA_LABELS[anaesthesia],
        preparation.anaestheticProduct,
        preparation.anaestheticLot !== null && `lot ${preparation.anaestheticLot}`,
        anaestheticMg !== null && `${anaestheticMg} mg`,
        anaestheticOnAt !== null && `${anaestheticOnAt}–${anaestheticOffAt ?? '?'}`,
        anaesthesiaNote,
      ]),
    ],
  ];
}
