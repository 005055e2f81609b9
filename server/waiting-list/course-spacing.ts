import { inArray } from 'drizzle-orm';
import type { CourseSpacing } from '#domain/waiting-list/fits-gap.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import type { ClinicFrame } from '../appointments/clinic-frame.ts';
import { readCourseFacts } from '../appointments/course-facts.ts';
import type { Database } from '../db/database.ts';
import { courses } from '../db/schema/courses.ts';

/** What the courses of entries allow; null for an entry without a course. */
export async function readSpacing(
  db: Database,
  { clock, today }: ClinicFrame,
  entries: readonly WaitingEntry[],
): Promise<(entry: WaitingEntry) => CourseSpacing | null> {
  const ids = [...new Set(entries.flatMap(({ courseId }) => courseId ?? []))];
  const rows = await db
    .select({
      id: courses.id,
      status: courses.status,
      dueFrom: courses.dueFrom,
      intervalDaysMin: courses.intervalDaysMin,
    })
    .from(courses)
    .where(inArray(courses.id, ids));
  const facts = await readCourseFacts(db, clock, ids);
  const known = new Map(
    rows.map(({ id, status, dueFrom, intervalDaysMin }) => [
      id,
      {
        isOpen: status === 'open',
        dueFrom,
        intervalDaysMin,
        bookedOn: (facts.get(id)?.booked ?? [])
          .map(({ date }) => date)
          .filter((date) => date >= today),
      },
    ]),
  );
  return ({ courseId }) => (courseId === null ? null : (known.get(courseId) ?? null));
}
