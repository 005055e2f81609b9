import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import { hoursProblems } from '#domain/appointments/booking-hours.ts';
import {
  DISPLACED_MOST,
  type DisplacedAppointment,
  type DisplacedAppointments,
} from '#domain/availability/displaced-appointment.ts';
import type { Tx } from '../audit/transact.ts';
import { findPractitioners, readFrame, readHours } from '../appointments/clinic-frame.ts';
import type { Database } from '../db/database.ts';
import { appointments } from '../db/schema/appointments.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { notify } from '../notifications/notify.ts';
import { holdHoursToChange } from './hold-hours.ts';

/** Booked appointments still to come, the earliest first. */
async function bookedFrom(db: Database, now: string, practitionerId?: string) {
  return await db
    .select({
      appointment: appointments,
      typeName: appointmentTypes.name,
      patient: {
        id: patients.id,
        familyName: patients.familyName,
        givenName: patients.givenName,
        clinicNumber: patients.clinicNumber,
        phone: patients.phone,
      },
    })
    .from(appointments)
    .innerJoin(appointmentTypes, eq(appointmentTypes.id, appointments.typeId))
    .innerJoin(patients, eq(patients.id, appointments.patientId))
    .where(
      and(
        gte(appointments.startsAt, new Date(now)),
        inArray(appointments.status, ['booked', 'confirmed']),
        // What a manager booked outside the hours on purpose is where it should be.
        isNull(appointments.overrideReason),
        practitionerId === undefined ? undefined : eq(appointments.practitionerId, practitionerId),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id));
}

/** Appointments to come that do not lie within the hours as they now stand. */
async function findDisplaced(
  ctx: Ctx,
  db: Database,
  practitionerId?: string,
): Promise<DisplacedAppointment[]> {
  const frame = await readFrame(ctx, db);
  const booked = await bookedFrom(db, frame.now, practitionerId);
  const last = booked.at(-1);
  if (!last) return [];
  const to = frame.clock.wallTimeOf(last.appointment.endsAt.toISOString()).date;
  const named = [...new Set(booked.map(({ appointment }) => appointment.practitionerId))];
  const practitioners = await findPractitioners(db, named);
  const hoursOf = await readHours(db, frame, { from: frame.today, to }, practitioners);
  const known = new Map(named.map((id) => [id, hoursOf(id)]));
  return booked.flatMap(({ appointment, typeName, patient }): DisplacedAppointment[] => {
    const { id, version, practitionerId: who } = appointment;
    const hours = known.get(who);
    if (!hours) return [];
    const times = {
      startsAt: appointment.startsAt.toISOString(),
      endsAt: appointment.endsAt.toISOString(),
    };
    const [problem] = hoursProblems(times, hours, frame.clock);
    if (!problem) return [];
    const names = { typeName, practitionerId: who, practitionerName: hours.name };
    return [{ id, version, ...times, ...names, patient, why: problem.message }];
  });
}

const inBrief = (all: readonly DisplacedAppointment[]): DisplacedAppointments => ({
  count: all.length,
  items: all.slice(0, DISPLACED_MOST),
});

/** All booked appointments to come that the hours, closures and time off no longer allow. */
export async function listDisplaced(ctx: Ctx): Promise<DisplacedAppointments> {
  authorise(ctx, 'availability.read');
  return inBrief(await findDisplaced(ctx, ctx.deps.db));
}

/**
 * Makes a change of hours in the open transaction and tells which booked appointments it
 * displaced: those that fitted before and do not now. Reception is told, who moves them. `practitionerId` narrows whose are looked at.
 */
export async function changingHours<T extends { id: string }>(
  ctx: Ctx,
  tx: Tx,
  practitionerId: string | undefined,
  change: () => Promise<T>,
): Promise<T & { displaced: DisplacedAppointments }> {
  await holdHoursToChange(tx.db);
  const before = new Set((await findDisplaced(ctx, tx.db, practitionerId)).map(({ id }) => id));
  const made = await change();
  const after = await findDisplaced(ctx, tx.db, practitionerId);
  const displaced = inBrief(after.filter(({ id }) => !before.has(id)));
  const about = displaced.count === 1 ? '1 appointment' : `${displaced.count} appointments`;
  if (displaced.count > 0)
    await notify(
      ctx,
      tx,
      { role: 'receptionist' },
      { kind: 'appointments_to_move', subjectId: made.id, about },
    );
  return { ...made, displaced };
}
