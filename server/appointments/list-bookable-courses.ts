import { and, desc, eq } from 'drizzle-orm';
import type { BookableCourse } from '#domain/appointments/course-booking.ts';
import { courses } from '../db/schema/courses.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { readFrame } from './clinic-frame.ts';
import { readCourseFacts } from './course-facts.ts';

/**
 * A patient's open courses as the desk sees them to book them: how far they are, what is booked and
 * when the next session is due. What they are for stays with the care team.
 */
export async function listBookableCourses(
  ctx: Ctx,
  patientId: string,
): Promise<{ items: BookableCourse[] }> {
  authorise(ctx, 'appointments.read');
  const { db } = ctx.deps;
  const { clock, today } = await readFrame(ctx, db);
  const open = await db
    .select({
      id: courses.id,
      plannedSessions: courses.plannedSessions,
      signedSessions: courses.signedSessions,
      intervalDaysMin: courses.intervalDaysMin,
      intervalDaysMax: courses.intervalDaysMax,
      lastSessionOn: courses.lastSessionOn,
      dueFrom: courses.dueFrom,
      dueTo: courses.dueTo,
    })
    .from(courses)
    .where(and(eq(courses.patientId, patientId), eq(courses.status, 'open')))
    .orderBy(desc(courses.createdAt), desc(courses.id));
  const facts = await readCourseFacts(
    db,
    clock,
    open.map(({ id }) => id),
  );
  return {
    items: open.map(({ dueFrom, dueTo, ...course }) => ({
      ...course,
      due: dueFrom === null || dueTo === null ? null : { from: dueFrom, to: dueTo },
      bookedSessions: (facts.get(course.id)?.booked ?? []).filter(
        ({ date, status }) => date >= today && status !== 'done',
      ).length,
    })),
  };
}
