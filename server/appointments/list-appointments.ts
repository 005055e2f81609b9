import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { AppointmentQuery } from '#domain/appointments/schedule.ts';
import type { Page } from '#domain/shared/page.ts';
import { afterCursor, decodeCursor, orderOf, pageFrom, type SortKey } from '../db/keyset.ts';
import { appointments } from '../db/schema/appointments.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchAppointment, toAppointment } from './appointment-view.ts';
import { readFrame } from './clinic-frame.ts';

const KEYS: SortKey[] = [
  { expression: sql`starts_at`, direction: 'desc' },
  { expression: sql`id`, direction: 'desc' },
];

/** The moments a range of clinic dates holds, as a condition. */
async function within(ctx: Ctx, { from, to }: AppointmentQuery): Promise<SQL | undefined> {
  if (from === undefined && to === undefined) return undefined;
  const { clock } = await readFrame(ctx, ctx.deps.db);
  return and(
    from === undefined
      ? undefined
      : gte(appointments.startsAt, new Date(clock.dayBounds(from).startsAt)),
    to === undefined ? undefined : lt(appointments.startsAt, new Date(clock.dayBounds(to).endsAt)),
  );
}

/**
 * Appointments, the latest first, a page at a time.
 * @throws Problem `invalid` at `cursor`
 */
export async function listAppointments(
  ctx: Ctx,
  query: AppointmentQuery,
): Promise<Page<Appointment>> {
  authorise(ctx, 'appointments.read');
  const [at, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2, 'instant');
  const { patientId, courseId, status } = query;
  const rows = await ctx.deps.db
    .select()
    .from(appointments)
    .where(
      and(
        patientId === undefined ? undefined : eq(appointments.patientId, patientId),
        courseId === undefined ? undefined : eq(appointments.courseId, courseId),
        status === undefined ? undefined : eq(appointments.status, status),
        await within(ctx, query),
        at === undefined
          ? undefined
          : afterCursor(KEYS, [sql`${at}::timestamptz`, sql`${id}::uuid`]),
      ),
    )
    .orderBy(orderOf(KEYS))
    .limit(query.limit + 1);
  return pageFrom(rows.map(toAppointment), query.limit, (one) => [one.startsAt, one.id]);
}

/**
 * One appointment.
 * @throws Problem `not_found`
 */
export async function getAppointment(ctx: Ctx, id: string): Promise<Appointment> {
  authorise(ctx, 'appointments.read');
  return await fetchAppointment(ctx.deps.db, id);
}
