import type { ResponderGroup } from './responders.ts';
import { SMALL_CELL, suppressSmallCells } from './suppress-small-cells.ts';

type Hideable = 'started' | 'due' | 'assessed' | 'responders' | 'sessions' | 'isTooFew';

/** A row as it may leave the clinic; null is a hidden number. */
export type ExportedGroup = Omit<ResponderGroup, Hideable> & {
  [field in Exclude<Hideable, 'isTooFew'>]: number | null;
};

/**
 * Rows with small counts hidden, and those from which they could be worked out. The counts of a
 * row nest, so they are taken apart into responders, other assessed and missing, which add up to
 * those due; a nested count is shown only if all its parts are.
 * Source: CLINICAL.md section 6, "Always print".
 */
export function exportResponders(groups: readonly ResponderGroup[]): ExportedGroup[] {
  const { cells, rowTotals } = suppressSmallCells(
    groups.map(({ responders, assessed, due }) => [
      responders,
      assessed - responders,
      due - assessed,
    ]),
  );
  return groups.map((group, index) => {
    const [responders = null, others = null, missing = null] = cells[index] ?? [];
    const due = rowTotals[index] ?? null;
    const assessed = responders === null || others === null ? null : group.assessed;
    const waiting = group.started - group.due;
    const isStartedShown = due !== null && (waiting === 0 || waiting >= SMALL_CELL);
    return {
      key: group.key,
      label: group.label,
      indication: group.indication,
      started: isStartedShown ? group.started : null,
      due,
      assessed,
      responders,
      sessions: isStartedShown ? group.sessions : null,
      completeness: assessed === null || missing === null ? null : group.completeness,
      ofAssessed: assessed === null ? null : group.ofAssessed,
      ofDue: responders === null || due === null ? null : group.ofDue,
    };
  });
}
