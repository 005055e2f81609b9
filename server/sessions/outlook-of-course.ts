import { eq, inArray, isNull } from 'drizzle-orm';
import { outlookFindings } from '#domain/courses/outlook-rules.ts';
import type { Finding } from '#domain/ingredients/finding.ts';
import { fetchCourse } from '../courses/course-view.ts';
import type { Database } from '../db/database.ts';
import { outcomes } from '../db/schema/outcomes.ts';
import { findOutcomes } from '../outcomes/outcome-view.ts';

const MOST = 100;

/** What a course's diagnosis and its latest baselines that count ask to be looked at. */
export async function outlookOfCourse(db: Database, courseId: string): Promise<Finding[]> {
  const { indication, icd10, signedSessions } = await fetchCourse(db, courseId);
  const baselines = await findOutcomes(
    db,
    [
      eq(outcomes.courseId, courseId),
      eq(outcomes.isBaseline, true),
      isNull(outcomes.voidedAt),
      inArray(outcomes.measure, ['norwood', 'ludwig', 'salt']),
    ],
    MOST,
  );
  // They come newest first, and of one measure the last one put in stays.
  const baseline = Object.fromEntries(
    baselines.toReversed().map(({ measure, value }) => [measure, value]),
  );
  return outlookFindings({ indication, icd10, signedSessions, baseline });
}
