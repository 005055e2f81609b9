import { INDICATION_LABELS, type Indication } from '#domain/courses/indication.ts';
import { showDate } from '#src/lib/dates.ts';

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

/** Whom a report is about, in the words beside its title. */
export function periodOf({
  from,
  to,
  asOf,
}: {
  from: string | null;
  to: string | null;
  asOf: string;
}): string {
  if (from !== null && to !== null)
    return `Patients who started between ${showDate(from)} and ${showDate(to)}`;
  if (from !== null) return `Patients who started from ${showDate(from)}`;
  return `All patients who started until ${showDate(to ?? asOf)}`;
}

/** The definition as it stands under a chart. */
export const definitionOf = ({
  definition,
  definitionVersion,
  asOf,
}: {
  definition: string;
  definitionVersion: string;
  asOf: string;
}): string => `${definition} Definition version ${definitionVersion}. As of ${showDate(asOf)}.`;
