import type { Appointment } from '#domain/appointments/appointment.ts';
import { stampOf, stepProblem } from '#domain/appointments/appointment-flow.ts';
import type { Session, SessionCreate } from '#domain/sessions/session.ts';
import { minutesBetween } from '#domain/shared/clinic-time.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import type { Tx } from '../audit/transact.ts';
import { fetchAppointment } from '../appointments/appointment-view.ts';
import { readFrame } from '../appointments/clinic-frame.ts';
import { saveAppointment } from '../appointments/save-appointment.ts';
import type { Ctx } from '../http/context.ts';

/** What an appointment tells a session that is begun from it. */
export type FromAppointment = {
  appointment: Appointment;
  courseId: string;
  sessionOn: string;
  performedBy: string;
  plannedMinutes: number;
};

/**
 * What a session's record takes over from its appointment: the course, the clinic date, who
 * performs it and how long it was planned. What the request names itself comes first.
 * @throws Problem `invalid` at `appointmentId` or `courseId`
 */
export async function readAppointment(
  ctx: Ctx,
  tx: Tx,
  appointmentId: string,
  input: SessionCreate,
): Promise<FromAppointment> {
  const appointment = await fetchAppointment(tx.db, appointmentId).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found')
      throw invalidField('appointmentId', 'This appointment is not there.');
    throw error;
  });
  if (appointment.status === 'cancelled' || appointment.status === 'no_show')
    throw invalidField(
      'appointmentId',
      appointment.status === 'cancelled'
        ? 'This appointment was cancelled.'
        : 'This appointment is recorded as a no-show. Undo that first.',
    );
  if (
    appointment.courseId !== null &&
    (input.courseId ?? appointment.courseId) !== appointment.courseId
  )
    throw invalidField('courseId', 'The appointment belongs to another course.');
  const courseId = input.courseId ?? appointment.courseId;
  if (courseId === null)
    throw invalidField('courseId', 'Choose the course: the appointment has none.');
  const { clock } = await readFrame(ctx, tx.db);
  return {
    appointment,
    courseId,
    sessionOn: input.sessionOn ?? clock.wallTimeOf(appointment.startsAt).date,
    performedBy: input.performedBy ?? appointment.practitionerId,
    plannedMinutes: minutesBetween(appointment.startsAt, appointment.endsAt),
  };
}

const ACTS = { in_treatment: 'appointments.start', done: 'appointments.finish' } as const;

async function step(
  ctx: Ctx,
  tx: Tx,
  before: Appointment,
  to: keyof typeof ACTS,
): Promise<string | null> {
  const { clock, now, today } = await readFrame(ctx, tx.db);
  const startsOn = clock.wallTimeOf(before.startsAt).date;
  const problem = stepProblem(before, to, { now, today, startsOn });
  if (problem !== null) return problem;
  await saveAppointment(ctx, tx, ACTS[to], before, { ...stampOf(to, now), status: to });
  return null;
}

/**
 * The appointment is in treatment from the moment its session is begun; one that is there already,
 * or done, stays as it is.
 * @throws Problem `invalid` at `appointmentId` when it cannot begin yet
 */
export async function startAppointment(ctx: Ctx, tx: Tx, before: Appointment): Promise<void> {
  if (before.status === 'in_treatment' || before.status === 'done') return;
  const problem = await step(ctx, tx, before, 'in_treatment');
  if (problem !== null) throw invalidField('appointmentId', problem);
}

/** The appointment of a signed session is done; one that cannot be any more stays as it is. */
export async function finishAppointment(
  ctx: Ctx,
  tx: Tx,
  { appointmentId }: Session,
): Promise<void> {
  if (appointmentId === null) return;
  await step(ctx, tx, await fetchAppointment(tx.db, appointmentId), 'done');
}
