import { showDate } from '#src/lib/dates.ts';

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
