import { and, eq, gt, gte, lt, sql } from 'drizzle-orm';
import { holdsSlot } from '#domain/appointments/appointment-flow.ts';
import { APPOINTMENT_MINUTES } from '#domain/appointments/appointment.ts';
import {
  datesOf,
  type Schedule,
  type ScheduledAppointment,
  type ScheduleQuery,
  type SessionPlace,
} from '#domain/appointments/schedule.ts';
import { sessionNumber } from '#domain/appointments/session-place.ts';
import type { AppointmentType } from '#domain/availability/appointment-type.ts';
import { clinicSpansOn, openSpans } from '#domain/availability/open-spans.ts';
import { addMinutes } from '#domain/shared/clinic-time.ts';
import type { Database } from '../db/database.ts';
import { appointments } from '../db/schema/appointments.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { toAppointment } from './appointment-view.ts';
import { type ClinicFrame, findPractitioners, readFrame, readHours } from './clinic-frame.ts';
import { readCourseFacts } from './course-facts.ts';

/** The appointments that touch a range of days, with what the desk sees of their patients. */
async function readRows(db: Database, { clock }: ClinicFrame, query: ScheduleQuery) {
  const from = clock.dayBounds(query.from).startsAt;
  const { practitionerId } = query;
  return await db
    .select({
      appointment: appointments,
      familyName: patients.familyName,
      givenName: patients.givenName,
      clinicNumber: patients.clinicNumber,
      phone: patients.phone,
      needsClinician: sql<boolean>`(SELECT needs_clinician FROM patient_alerts
        WHERE patient_alerts.patient_id = ${appointments.patientId})`,
      isConsentSigned: sql<boolean | null>`(SELECT is_signed FROM course_consents
        WHERE course_consents.course_id = ${appointments.courseId})`,
    })
    .from(appointments)
    .innerJoin(patients, eq(patients.id, appointments.patientId))
    .where(
      and(
        gte(appointments.startsAt, new Date(addMinutes(from, -APPOINTMENT_MINUTES.most))),
        gt(appointments.endsAt, new Date(from)),
        lt(appointments.startsAt, new Date(clock.dayBounds(query.to).endsAt)),
        practitionerId === undefined ? undefined : eq(appointments.practitionerId, practitionerId),
      ),
    )
    .orderBy(appointments.startsAt, appointments.id);
}

const consentOf = (isSigned: boolean | null): 'signed' | 'missing' | null =>
  isSigned === null ? null : isSigned ? 'signed' : 'missing';

async function readAppointments(
  db: Database,
  frame: ClinicFrame,
  query: ScheduleQuery,
  types: readonly AppointmentType[],
): Promise<ScheduledAppointment[]> {
  const { clock, today } = frame;
  const rows = await readRows(db, frame, query);
  const sessionTypes = new Set(types.filter(({ kind }) => kind === 'session').map(({ id }) => id));
  const courseIds = rows.flatMap(({ appointment: { courseId } }) => courseId ?? []);
  const courses = await readCourseFacts(db, clock, [...new Set(courseIds)]);
  return rows.map(({ appointment, needsClinician, isConsentSigned, ...patient }) => {
    const one = toAppointment(appointment);
    const facts = one.courseId === null ? undefined : courses.get(one.courseId);
    const date = clock.wallTimeOf(one.startsAt).date;
    const place: SessionPlace | null =
      facts && sessionTypes.has(one.typeId) && holdsSlot(one.status)
        ? { number: sessionNumber({ id: one.id, date }, facts, today), planned: facts.planned }
        : null;
    return {
      ...one,
      patient: {
        id: one.patientId,
        ...patient,
        needsClinician,
        consent: consentOf(isConsentSigned),
      },
      place,
      due: facts?.due ?? null,
    };
  });
}

const toType = ({
  createdAt: _made,
  updatedAt: _changed,
  ...type
}: typeof appointmentTypes.$inferSelect): AppointmentType => type;

/**
 * All that a schedule of some days shows, in one answer: appointments with their patients, who can
 * be booked when, rooms, types, and how long each day really is. At most 42 days.
 */
export async function getSchedule(ctx: Ctx, query: ScheduleQuery): Promise<Schedule> {
  authorise(ctx, 'appointments.read');
  const { db } = ctx.deps;
  const frame = await readFrame(ctx, db);
  const { clinic, clock } = frame;
  const types = (
    await db.select().from(appointmentTypes).orderBy(appointmentTypes.position, appointmentTypes.id)
  ).map(toType);
  const items = await readAppointments(db, frame, query, types);
  const named = items.map(({ practitionerId }) => practitionerId);
  const everyone = await findPractitioners(db, [
    ...new Set(query.practitionerId === undefined ? named : [...named, query.practitionerId]),
  ]);
  const people =
    query.practitionerId === undefined
      ? everyone
      : everyone.filter(({ id }) => id === query.practitionerId);
  const hoursOf = await readHours(db, frame, query, people);
  const dates = datesOf(query);
  const { closures, clinicHours } = hoursOf('');
  return {
    from: query.from,
    to: query.to,
    timeZone: clock.timeZone,
    days: dates.map((date) => ({
      date,
      ...clock.dayBounds(date),
      open: clinicSpansOn({ date, clinicHours, closures }).map(({ from, to }) => ({
        startsAt: clock.instantAt(date, from),
        endsAt: clock.instantAt(date, to),
      })),
      closure:
        closures.find(({ fromDate, toDate }) => fromDate <= date && date <= toDate)?.name ?? null,
    })),
    practitioners: people.map(({ id, name, isActive }) => ({
      id,
      name,
      isActive,
      open: isActive
        ? dates.flatMap((date) => openSpans({ date, ...hoursOf(id), instantAt: clock.instantAt }))
        : [],
    })),
    rooms: clinic.rooms,
    types,
    appointments: items,
  };
}
