import { and, eq, gt, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { PractitionerHours } from '#domain/appointments/booking-hours.ts';
import type { Clinic } from '#domain/clinic/clinic.ts';
import { type ClinicClock, clinicClock } from '#domain/shared/clinic-time.ts';
import { fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { closures, staffHours, timeOff } from '../db/schema/availability.ts';
import { staff } from '../db/schema/staff.ts';
import type { Ctx } from '../http/context.ts';

/** The clinic, its clock, and what that shows now. */
export type ClinicFrame = { clinic: Clinic; clock: ClinicClock; now: string; today: string };

/** Reads the clinic a request is about. */
export async function readFrame(ctx: Ctx, db: Database): Promise<ClinicFrame> {
  const clinic = await fetchClinic(db);
  const clock = clinicClock(clinic.timeZone);
  const now = ctx.deps.now().toISOString();
  return { clinic, clock, now, today: clock.wallTimeOf(now).date };
}

/** A practitioner as the schedule knows them. */
export type Practitioner = { id: string; name: string; isActive: boolean };

/** Practitioners who can be booked, and those named, in order of their names. */
export async function findPractitioners(
  db: Database,
  named: readonly string[] = [],
): Promise<Practitioner[]> {
  const bookable = and(eq(staff.isActive, true), sql`'practitioner' = ANY(${staff.roles})`);
  return await db
    .select({ id: staff.id, name: staff.name, isActive: staff.isActive })
    .from(staff)
    .where(named.length === 0 ? bookable : or(bookable, inArray(staff.id, [...named])))
    .orderBy(sql`${staff.name} COLLATE "und-x-icu"`, staff.id);
}

/** What decides when practitioners can be booked on the days of a range of clinic dates. */
export async function readHours(
  db: Database,
  { clinic, clock }: ClinicFrame,
  range: { from: string; to: string },
  practitioners: readonly Pick<Practitioner, 'id' | 'name'>[],
): Promise<(practitionerId: string) => PractitionerHours> {
  const ids = practitioners.map(({ id }) => id);
  const starts = new Date(clock.dayBounds(range.from).startsAt);
  const ends = new Date(clock.dayBounds(range.to).endsAt);
  const closed = await db
    .select()
    .from(closures)
    .where(and(lte(closures.fromDate, range.to), gte(closures.toDate, range.from)));
  const weekly = await db
    .select()
    .from(staffHours)
    .where(
      and(
        inArray(staffHours.practitionerId, ids),
        or(isNull(staffHours.validFrom), lte(staffHours.validFrom, range.to)),
      ),
    );
  const away = await db
    .select()
    .from(timeOff)
    .where(
      and(
        inArray(timeOff.practitionerId, ids),
        lt(timeOff.startsAt, ends),
        gt(timeOff.endsAt, starts),
      ),
    );
  const names = new Map(practitioners.map(({ id, name }) => [id, name]));
  return (practitionerId) => ({
    name: names.get(practitionerId) ?? '',
    clinicHours: clinic.hours,
    closures: closed,
    weeklyHours: weekly.filter((one) => one.practitionerId === practitionerId),
    timeOff: away
      .filter((one) => one.practitionerId === practitionerId)
      .map(({ startsAt, endsAt }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
  });
}
