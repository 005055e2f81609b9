import { consentFindings } from '#domain/consents/consent-rules.ts';
import type { Finding } from '#domain/ingredients/finding.ts';
import type { IngredientClass } from '#domain/ingredients/ingredient-enums.ts';
import type { Database } from '../db/database.ts';
import { consentsOfCourse } from './consent-view.ts';

/** What a session of a course lacks in consent, given the classes of what is injected. */
export async function sessionConsentFindings(
  db: Database,
  courseId: string,
  injected: readonly IngredientClass[],
): Promise<Finding[]> {
  return consentFindings(await consentsOfCourse(db, courseId), injected);
}
