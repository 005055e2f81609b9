import { eq } from 'drizzle-orm';
import type { Screening, ScreeningCreate } from '#domain/screening/screening.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { requireCourse } from '../courses/require-course.ts';
import { screenings } from '../db/schema/screening.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchSession } from '../sessions/session-view.ts';
import { requireSessionOfCourse } from '../sessions/require-session-of-course.ts';
import { asksForClinician } from './judge-answers.ts';
import { toScreening } from './screening-view.ts';

/** @throws Problem `conflict` when the session has its answers, or is signed */
async function sessionDay(tx: Tx, sessionId: string): Promise<string> {
  const session = await fetchSession(tx.db, sessionId);
  if (session.status === 'signed')
    throw new Problem('conflict', 'This session is signed: its screening stays as it is.');
  const known = await tx.db
    .select({ id: screenings.id })
    .from(screenings)
    .where(eq(screenings.sessionId, sessionId));
  if (known.length > 0)
    throw new Problem('conflict', 'This session has its answers already. Load the page again.');
  return session.sessionOn;
}

async function add(ctx: Ctx, tx: Tx, input: ScreeningCreate): Promise<Screening> {
  const course = await requireCourse(tx.db, input.courseId);
  await requireSessionOfCourse(tx.db, input.sessionId, course.id);
  const { timeZone } = await fetchClinic(tx.db);
  const now = ctx.deps.now();
  const answeredOn =
    input.sessionId === null ? clinicToday(timeZone, now) : await sessionDay(tx, input.sessionId);
  const { patientId } = course;
  const [row] = await tx.db
    .insert(screenings)
    .values({
      ...input,
      id: ctx.deps.newId(),
      patientId,
      answeredOn,
      source: 'clinician',
      needsClinician: await asksForClinician(tx.db, patientId, answeredOn, input.answers),
      recordedBy: ctx.actor.staffId,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('The new screening was not answered.');
  const made = toScreening(row);
  const what = { entity: 'screening', entityId: made.id, patientId };
  await tx.record({ ...what, act: 'screening.record', after: made });
  await tellTheDesk(tx, patientId);
  return made;
}

/**
 * Says that what the desk sees of a patient may have changed, without saying to what: whoever may
 * not read screenings is told of the patient.
 */
export async function tellTheDesk(tx: Tx, patientId: string): Promise<void> {
  await tx.record({
    act: 'patients.look-again',
    entity: 'patient',
    entityId: patientId,
    patientId,
  });
}

/**
 * Records what a clinician asked, for a session or for a course before it.
 * @throws Problem `invalid` at the field; `conflict` when the session is signed or has its answers
 */
export async function recordScreening(ctx: Ctx, input: ScreeningCreate): Promise<Screening> {
  authorise(ctx, 'screening.write');
  return await transact(ctx, (tx) => add(ctx, tx, input));
}
