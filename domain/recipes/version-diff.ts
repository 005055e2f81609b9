import type { RecipeLine, RecipeVersionView } from './recipe-view.ts';

/** What of a line is another one than before. */
export const LINE_CHANGES = ['strength', 'volume', 'vehicle'] as const;
/** One of them. */
export type LineChange = (typeof LINE_CHANGES)[number];

/** One ingredient in two versions: added, removed, or in both. */
export type LineDiff = {
  kind: 'same' | 'changed' | 'added' | 'removed';
  before: RecipeLine | null;
  after: RecipeLine | null;
  /** What changed of a line that is in both. */
  changes: LineChange[];
};

/** One total in two versions, and by how much it went up or down. */
export type TotalDiff = { before: number; after: number; by: number };

/** Two versions against each other. */
export type VersionDiff = {
  lines: LineDiff[];
  totals: Record<'volumeMl' | 'anaestheticMg' | 'principalCount' | 'lineCount', TotalDiff>;
};

type Compared = Pick<RecipeVersionView, 'ingredients' | 'totals'>;

/** Lines by their ingredient; one listed twice stands as often as it is listed. */
function keyed(lines: readonly RecipeLine[]): Map<string, RecipeLine> {
  const seen = new Map<string, number>();
  return new Map(
    lines.map((line) => {
      const times = (seen.get(line.ingredientId) ?? 0) + 1;
      seen.set(line.ingredientId, times);
      return [`${line.ingredientId} ${times}`, line];
    }),
  );
}

function changesOf(before: RecipeLine, after: RecipeLine): LineChange[] {
  const changed: Record<LineChange, boolean> = {
    strength:
      before.concentrationValue !== after.concentrationValue ||
      before.concentrationUnit !== after.concentrationUnit,
    volume: before.volumeMl !== after.volumeMl,
    vehicle: before.ingredient.vehicle !== after.ingredient.vehicle,
  };
  return LINE_CHANGES.filter((change) => changed[change]);
}

const total = (before: number, after: number): TotalDiff => ({
  before,
  after,
  by: Math.round((after - before) * 1e9) / 1e9,
});

/**
 * What changed from one version to another: lines in the order of the later one, those removed
 * last, and the totals. Volumes in ml, anaesthetic in mg. A vehicle is the catalogue's of today.
 */
export function versionDiff(before: Compared, after: Compared): VersionDiff {
  const [was, is] = [keyed(before.ingredients), keyed(after.ingredients)];
  const kept = [...is].map(([key, line]): LineDiff => {
    const earlier = was.get(key);
    if (!earlier) return { kind: 'added', before: null, after: line, changes: [] };
    const changes = changesOf(earlier, line);
    const kind = changes.length === 0 ? 'same' : 'changed';
    return { kind, before: earlier, after: line, changes };
  });
  const removed = [...was]
    .filter(([key]) => !is.has(key))
    .map(([, line]): LineDiff => ({ kind: 'removed', before: line, after: null, changes: [] }));
  return {
    lines: [...kept, ...removed],
    totals: {
      volumeMl: total(before.totals.volumeMl, after.totals.volumeMl),
      anaestheticMg: total(before.totals.anaestheticMg, after.totals.anaestheticMg),
      principalCount: total(before.totals.principalCount, after.totals.principalCount),
      lineCount: total(before.ingredients.length, after.ingredients.length),
    },
  };
}
