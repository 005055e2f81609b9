import { sql } from 'drizzle-orm';

/**
 * Whether the questions of a course were answered and none waits for a clinician; on
 * `course_facts`. An answer that is not known waits, too. Source: CLINICAL.md section 5.
 */
export const IS_SCREENED = sql`(
  EXISTS (SELECT 1 FROM screenings q WHERE q.course_id = course_facts.course_id)
  AND NOT EXISTS (SELECT 1 FROM screenings q WHERE q.course_id = course_facts.course_id
    AND q.needs_clinician AND q.reviewed_at IS NULL))`;
