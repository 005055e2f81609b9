import { INDICATION_LABELS, type Indication } from '#domain/courses/indication.ts';

/** Rows with one name in several indications say which; otherwise the name is enough. */
export function labelled<G extends { label: string; indication: Indication }>(
  groups: readonly G[],
): G[] {
  const names = new Map<string, number>();
  for (const { label } of groups) names.set(label, (names.get(label) ?? 0) + 1);
  return groups.map((group) =>
    (names.get(group.label) ?? 0) > 1
      ? { ...group, label: `${group.label}, ${INDICATION_LABELS[group.indication].toLowerCase()}` }
      : group,
  );
}
