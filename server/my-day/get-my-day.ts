import { and, asc, eq, lt } from 'drizzle-orm';
import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';
import type { AppointmentType } from '#domain/availability/appointment-type.ts';
import type { Clinic } from '#domain/clinic/clinic.ts';
import type { MyDay, Visit } from '#domain/my-day/my-day.ts';
import {
  profileAlerts,
  profileChangesInWords,
  type VisitFacts,
  visitGaps,
} from '#domain/my-day/visit-rules.ts';
import { EMPTY_PROFILE } from '#domain/profiles/profile.ts';
import { SIDE_EFFECT_DETAILS } from '#domain/side-effects/side-effect-enums.ts';
import { getSchedule } from '../appointments/get-schedule.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { consultations } from '../db/schema/consultations.ts';
import { patients } from '../db/schema/patients.ts';
import { sessions } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchIngredients } from '../ingredients/ingredient-view.ts';
import { type DayFacts, readDayFacts } from './read-day-facts.ts';

type Names = ReadonlyMap<string, string>;

/** What is new since the patient's last session: the profile, and side effects. */
function changesSince({ changes, effects, lastSigned }: DayFacts, patientId: string): string[] {
  const last = lastSigned.get(patientId);
  if (!last?.signedAt) return [];
  const since = last.signedAt;
  const fields = (changes.get(patientId) ?? [])
    .filter(({ changedAt }) => changedAt > since)
    .flatMap((change) => change.fields);
  const reported = (effects.get(patientId) ?? [])
    .filter(({ firstReportedOn }) => firstReportedOn >= last.sessionOn)
    .map(({ code, isOngoing }) => {
      const { label } = SIDE_EFFECT_DETAILS[code];
      return `Side effect: ${label.toLowerCase()}, ${isOngoing ? 'still going on' : 'over'}`;
    });
  return [...profileChangesInWords(fields), ...reported];
}

function screeningOf(
  { asked }: DayFacts,
  one: ScheduledAppointment,
  sessionId: string | null,
): VisitFacts['screening'] {
  const own = (asked.get(one.patient.id) ?? []).filter(
    (row) =>
      (row.sessionId === null || row.sessionId === sessionId) &&
      (row.appointmentId === null || row.appointmentId === one.id),
  );
  if (own.some((row) => row.needsClinician && row.reviewedAt === null)) return 'waiting';
  return own.length > 0 ? 'answered' : 'none';
}

function toVisit(
  one: ScheduledAppointment,
  type: AppointmentType,
  rooms: Clinic['rooms'],
  facts: DayFacts,
  names: Names,
): Visit {
  const { id: patientId, familyName, givenName, clinicNumber } = one.patient;
  const person = facts.people.get(patientId);
  const course = one.courseId === null ? undefined : facts.courses.get(one.courseId);
  const session =
    facts.begun.find(({ appointmentId }) => appointmentId === one.id) ??
    facts.begun.find(
      (row) =>
        row.appointmentId === null && row.courseId === one.courseId && type.kind === 'session',
    );
  const consultation = facts.consultations.get(one.id);
  const profile = facts.profiles.get(patientId) ?? EMPTY_PROFILE;
  const isSigned = session?.status === 'signed';
  const gaps = visitGaps({
    kind: type.kind,
    course: course
      ? {
          isDecided: course.suitability !== null,
          signedSessions: course.signedSessions,
          hasBaseline: facts.withBaseline.has(course.id),
        }
      : null,
    isConsentSigned: one.patient.consent !== 'missing',
    screening: screeningOf(facts, one, session?.id ?? null),
    allergiesAsked: profile.allergyState !== 'not_asked',
  });
  const ongoing = (facts.effects.get(patientId) ?? []).filter(({ isOngoing }) => isOngoing);
  return {
    appointmentId: one.id,
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    status: one.status,
    arrivedAt: one.arrivedAt,
    room: rooms.find(({ id }) => id === one.roomId)?.name ?? null,
    typeName: type.name,
    kind: type.kind,
    note: one.note,
    patient: {
      id: patientId,
      familyName,
      givenName,
      clinicNumber,
      birthDate: person?.birthDate ?? null,
      sexAtBirth: person?.sexAtBirth ?? 'not_recorded',
    },
    courseId: one.courseId,
    place: one.place,
    session: session ? { id: session.id, isSigned } : null,
    consultation: consultation
      ? { id: consultation.id, isSigned: consultation.status === 'signed' }
      : null,
    lastSessionOn: facts.lastSigned.get(patientId)?.sessionOn ?? null,
    alerts: [
      ...profileAlerts(profile, names),
      ...ongoing.map(({ code }) => ({
        level: 'review' as const,
        text: `Still going on: ${SIDE_EFFECT_DETAILS[code].label.toLowerCase()}`,
      })),
    ],
    // A signed session lacks nothing that could still be mended before it.
    missing: isSigned ? [] : gaps,
    changes: changesSince(facts, patientId),
  };
}

async function unsignedBefore(
  db: Database,
  staffId: string,
  today: string,
): Promise<MyDay['unsigned']> {
  const names = { familyName: patients.familyName, givenName: patients.givenName };
  const drafts = await db
    .select({
      id: sessions.id,
      on: sessions.sessionOn,
      patientId: sessions.patientId,
      ...names,
    })
    .from(sessions)
    .innerJoin(patients, eq(patients.id, sessions.patientId))
    .where(
      and(
        eq(sessions.performedBy, staffId),
        eq(sessions.status, 'draft'),
        lt(sessions.sessionOn, today),
      ),
    )
    .orderBy(asc(sessions.sessionOn), asc(sessions.id));
  const talks = await db
    .select({
      id: consultations.id,
      on: consultations.heldOn,
      patientId: consultations.patientId,
      ...names,
    })
    .from(consultations)
    .innerJoin(patients, eq(patients.id, consultations.patientId))
    .where(
      and(
        eq(consultations.performedBy, staffId),
        eq(consultations.status, 'draft'),
        lt(consultations.heldOn, today),
      ),
    )
    .orderBy(asc(consultations.heldOn), asc(consultations.id));
  return [
    ...drafts.map((row) => ({ ...row, kind: 'session' as const })),
    ...talks.map((row) => ({ ...row, kind: 'consultation' as const })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The ingredients that allergies name, by their names. */
async function allergenNames(db: Database, { profiles }: DayFacts): Promise<Names> {
  const ids = [...profiles.values()].flatMap(({ allergies }) =>
    allergies.flatMap(({ ingredientId }) => ingredientId ?? []),
  );
  if (ids.length === 0) return new Map();
  const known = await fetchIngredients(db, [...new Set(ids)]);
  return new Map([...known].map(([id, { name }]) => [id, name]));
}

/**
 * The day of whoever is signed in: visits with what each lacks, what changed and what to mind, and
 * records of earlier days that wait for a signature. That charts were looked into is recorded.
 */
export async function getMyDay(ctx: Ctx): Promise<MyDay> {
  authorise(ctx, 'chart.read');
  const { db } = ctx.deps;
  const now = ctx.deps.now();
  const { staffId } = ctx.actor;
  const { timeZone } = await fetchClinic(db);
  const today = clinicToday(timeZone, now);
  const schedule = await getSchedule(ctx, { from: today, to: today, practitionerId: staffId });
  const types = new Map(schedule.types.map((type) => [type.id, type]));
  const own = schedule.appointments.filter(({ status }) => status !== 'cancelled');
  const facts = await readDayFacts(
    db,
    own.map(({ id, patientId, courseId }) => ({ appointmentId: id, patientId, courseId })),
    today,
  );
  const names = await allergenNames(db, facts);
  const visits = own.flatMap((one) => {
    const type = types.get(one.typeId);
    return type ? [toVisit(one, type, schedule.rooms, facts, names)] : [];
  });
  const unsigned = await unsignedBefore(db, staffId, today);
  await recordPartsRead(
    ctx,
    visits.map(({ patient }) => ({ patientId: patient.id })),
  );
  return { today, now: now.toISOString(), visits, unsigned };
}
