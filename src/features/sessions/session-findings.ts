import type { Finding } from '#domain/ingredients/finding.ts';
import type { Course } from '#domain/courses/course.ts';
import { type CoursePlan, nextInterval } from '#domain/courses/course-plan.ts';
import { intervalFinding, plausibilityFindings } from '#domain/sessions/session-rules.ts';
import { readValues, type SessionValues } from './session-values.ts';

/** What looks unusual in what is typed, each where it is shown. */
export type PlacedFindings = { day: Finding[]; technique: Finding[]; product: Finding[] };

const TECHNIQUE_CODES: ReadonlySet<string> = new Set([
  'depth_over_4_mm',
  'depth_under_1_mm',
  'count_does_not_fit_area',
  'zones_differ',
]);

/** Findings told where the technique is recorded, and those told where the product is. */
export const placed = (
  found: readonly Finding[],
): Pick<PlacedFindings, 'technique' | 'product'> => ({
  technique: found.filter(({ code }) => TECHNIQUE_CODES.has(code)),
  product: found.filter(({ code }) => !TECHNIQUE_CODES.has(code)),
});

/** The findings of a draft as typed; a field that is no number yet finds nothing. */
export function findingsOf(
  values: SessionValues,
  course: (CoursePlan & Pick<Course, 'signedSessions' | 'lastSessionOn'>) | undefined,
): PlacedFindings {
  const { good } = readValues(values);
  const found = plausibilityFindings({
    technique: good.technique ?? null,
    depthMm: good.depthMm ?? null,
    spacingCm: good.spacingCm ?? null,
    injectionCount: good.injectionCount ?? null,
    areaCm2: good.areaCm2 ?? null,
    volumeMl: good.volumeMl ?? null,
    zones: good.zones ?? [],
    usedIngredients: good.usedIngredients ?? [],
  });
  const soon =
    good.sessionOn === undefined || !course
      ? null
      : intervalFinding(good.sessionOn, course.lastSessionOn, nextInterval(course).intervalDaysMin);
  return {
    day: soon ? [soon] : [],
    ...placed(found),
  };
}
