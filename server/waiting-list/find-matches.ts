import { and, eq, gt, inArray, lt, notInArray } from 'drizzle-orm';
import { FREEING_STATUSES } from '#domain/appointments/appointment-enums.ts';
import type { FreeSlot } from '#domain/appointments/free-slots.ts';
import { fitsCourse, isWantedDay, meetsWishes } from '#domain/waiting-list/fits-gap.ts';
import type { WaitingEntry, WaitingMatch } from '#domain/waiting-list/waiting-entry.ts';
import { OPEN_WAITING } from '#domain/waiting-list/waiting-enums.ts';
import type { GapQuery } from '#domain/waiting-list/waiting-query.ts';
import { requirePractitioners } from '../appointments/check-booking.ts';
import { type ClinicFrame, readFrame } from '../appointments/clinic-frame.ts';
import { roomsFor } from '../appointments/find-free-slots.ts';
import { readFree } from '../appointments/search-free.ts';
import type { Database } from '../db/database.ts';
import { appointments } from '../db/schema/appointments.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import { patients } from '../db/schema/patients.ts';
import { waitingEntries } from '../db/schema/waiting-list.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { bookedMinutes } from './booked-minutes.ts';
import { readSpacing } from './course-spacing.ts';
import { BY_NEED } from './list-waiting.ts';
import { orderOf } from '../db/keyset.ts';
import { findEntries } from './waiting-view.ts';

/** How many of those who wait are looked at for one gap. */
const MOST_JUDGED = 500;
/** Starts tried in a gap for one kind of appointment. */
const MOST_STARTS = 24;

/** Everyone who waits, can be booked, and wants this day and practitioner. */
async function whoWants(
  db: Database,
  { clock }: ClinicFrame,
  { startsAt, practitionerId }: GapQuery,
): Promise<WaitingEntry[]> {
  const { date } = clock.wallTimeOf(startsAt);
  const open = await findEntries(
    db,
    [
      inArray(waitingEntries.status, [...OPEN_WAITING]),
      eq(patients.isArchived, false),
      eq(appointmentTypes.isArchived, false),
    ],
    orderOf(BY_NEED),
    MOST_JUDGED,
  );
  return open.filter(
    (entry) =>
      isWantedDay(entry, date) &&
      (entry.practitionerId === null || entry.practitionerId === practitionerId),
  );
}

/** When the patients have other appointments around a gap, by patient. */
async function busyPatients(
  db: Database,
  entries: readonly WaitingEntry[],
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
) {
  const rows = await db
    .select({
      patientId: appointments.patientId,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
    })
    .from(appointments)
    .where(
      and(
        inArray(
          appointments.patientId,
          entries.map(({ patient }) => patient.id),
        ),
        gt(appointments.endsAt, new Date(startsAt)),
        lt(appointments.startsAt, new Date(endsAt)),
        notInArray(appointments.status, [...FREEING_STATUSES]),
      ),
    );
  return (patientId: string, slot: FreeSlot): boolean =>
    rows.some(
      (one) =>
        one.patientId === patientId &&
        one.startsAt.toISOString() < slot.endsAt &&
        slot.startsAt < one.endsAt.toISOString(),
    );
}

/**
 * Who of the waiting list fits a gap, and from when in it: within the hours, for as long as their
 * appointment and its buffer take, clear of all that is booked, their own included, at a time they
 * want and not before their course's next session is due. The urgent first, then the oldest.
 * @throws Problem `invalid` at what is not there
 */
export async function findMatches(ctx: Ctx, gap: GapQuery): Promise<{ items: WaitingMatch[] }> {
  authorise(ctx, 'appointments.read');
  const { db } = ctx.deps;
  const { practitionerId } = gap;
  const known = await requirePractitioners(db, [{ path: 'practitionerId', practitionerId }]);
  const frame = await readFrame(ctx, db);
  const roomIds = roomsFor(frame, gap.roomId);
  const wanting = await whoWants(db, frame, gap);
  if (gap.endsAt <= frame.now || wanting.length === 0) return { items: [] };
  const lengths = await bookedMinutes(db, wanting);
  const spacing = await readSpacing(db, frame, wanting);
  const { date } = frame.clock.wallTimeOf(gap.startsAt);
  const { startsAt, endsAt } = frame.clock.dayBounds(date);
  const isBusy = await busyPatients(db, wanting, { startsAt, endsAt });
  const starts = {
    from: Date.parse(gap.startsAt > frame.now ? gap.startsAt : frame.now),
    to: Date.parse(gap.endsAt),
  };
  const found = new Map<string, FreeSlot[]>();
  const slotsOf = async (minutes: number, bufferMinutes: number): Promise<FreeSlot[]> => {
    const key = `${minutes}+${bufferMinutes}`;
    const before = found.get(key);
    if (before) return before;
    const practitioners = [...known.values()].filter(({ id }) => id === practitionerId);
    const search = { practitioners, roomIds, patientId: null, minutes, bufferMinutes };
    const freeOn = await readFree(db, frame, { from: date, to: date }, search);
    const slots = freeOn(date, starts, MOST_STARTS).filter((slot) => slot.endsAt <= gap.endsAt);
    found.set(key, slots);
    return slots;
  };
  const items: WaitingMatch[] = [];
  for (const entry of wanting) {
    const course = spacing(entry);
    const length = lengths(entry);
    if (course !== null && !fitsCourse(course, date)) continue;
    const slots = await slotsOf(length.minutes, length.bufferMinutes);
    const slot = slots.find(
      (one) =>
        // Where it was taken off from is no time for it.
        entry.parkedFrom?.startsAt !== one.startsAt &&
        meetsWishes(entry, practitionerId, frame.clock.wallTimeOf(one.startsAt)) &&
        !isBusy(entry.patient.id, one),
    );
    if (slot) items.push({ entry, slot });
  }
  return { items };
}
