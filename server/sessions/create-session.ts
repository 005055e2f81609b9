import type { Session, SessionCreate } from '#domain/sessions/session.ts';
import { invalidField } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { requireCourse } from '../courses/require-course.ts';
import { sessions } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { checkNamedRecords } from './check-named-records.ts';
import { readAppointment, startAppointment } from './session-appointment.ts';
import { toSession } from './session-view.ts';

/**
 * Begins a draft in the open transaction.
 * @throws Problem `invalid` at the field
 */
async function addSession(ctx: Ctx, tx: Tx, input: SessionCreate): Promise<Session> {
  const from =
    input.appointmentId === undefined
      ? undefined
      : await readAppointment(ctx, tx, input.appointmentId, input);
  const { courseId, sessionOn, performedBy } = from ?? input;
  if (courseId === undefined || sessionOn === undefined || performedBy === undefined)
    throw new Error('The schema lets nothing of these be missing without an appointment.');
  const course = await requireCourse(tx.db, courseId);
  if (from && from.appointment.patientId !== course.patientId)
    throw invalidField('courseId', 'This course is another patient’s.');
  const named = { ...input, performedBy };
  await checkNamedRecords(ctx, tx, named);
  if (from) await startAppointment(ctx, tx, from.appointment);
  const now = ctx.deps.now();
  const [row] = await tx.db
    .insert(sessions)
    .values({
      ...named,
      courseId,
      sessionOn,
      plannedMinutes: from?.plannedMinutes ?? null,
      usedIngredients: input.usedIngredients ?? [],
      notes: input.notes ?? '',
      patientId: course.patientId,
      status: 'draft',
      confirmedFindings: [],
      id: ctx.deps.newId(),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: sessions.appointmentId })
    .returning();
  if (!row)
    throw invalidField(
      'appointmentId',
      'This appointment has its session already. Open that one from the patient’s chart.',
    );
  const made = toSession(row, []);
  await tx.record({
    act: 'sessions.create',
    entity: 'session',
    entityId: made.id,
    patientId: made.patientId,
    after: made,
  });
  return made;
}

/**
 * Begins the record of a session, as a draft; much of it may be missing until it is signed. From an
 * appointment it takes the course, day, practitioner and planned minutes, and puts it in treatment.
 * @throws Problem `invalid` at the field
 */
export async function createSession(ctx: Ctx, input: SessionCreate): Promise<Session> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, (tx) => addSession(ctx, tx, input));
}
