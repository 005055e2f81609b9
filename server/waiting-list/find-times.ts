import { PART_OF_DAY_HOURS } from '#domain/appointments/appointment-enums.ts';
import { lastBookableDay } from '#domain/appointments/booking-hours.ts';
import type { FreeSlot } from '#domain/appointments/free-slots.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { fitsCourse, isWantedDay } from '#domain/waiting-list/fits-gap.ts';
import type { WaitingFreeQuery } from '#domain/waiting-list/waiting-query.ts';
import { findPractitioners, readFrame } from '../appointments/clinic-frame.ts';
import { firstFree } from '../appointments/search-free.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { bookedMinutes } from './booked-minutes.ts';
import { readSpacing } from './course-spacing.ts';
import { fetchEntry } from './waiting-view.ts';

const HORIZON_DAYS = 120;
const SHOWN = 8;

const latest = (...dates: string[]): string => dates.toSorted().at(-1) ?? '';

/**
 * The first free times for an entry, within four months: those that meet its wishes and its course,
 * or, its wishes left aside, any that its course allows. None when its practitioner has left.
 * @throws Problem `not_found`
 */
export async function findTimes(
  ctx: Ctx,
  id: string,
  { wishes, from: asked }: WaitingFreeQuery,
): Promise<{ items: FreeSlot[] }> {
  authorise(ctx, 'appointments.read');
  const { db } = ctx.deps;
  const entry = await fetchEntry(db, id);
  const frame = await readFrame(ctx, db);
  const { clock, today, now } = frame;
  const isKept = wishes === 'kept';
  const length = (await bookedMinutes(db, [entry]))(entry);
  const course = (await readSpacing(db, frame, [entry]))(entry);
  const from = latest(today, asked ?? today, isKept ? entry.fromDay : today);
  const [to = from] = [
    addDays(from, HORIZON_DAYS),
    lastBookableDay(today),
    ...(isKept && entry.toDay !== null ? [entry.toDay] : []),
  ].toSorted();
  const everyone = await findPractitioners(db);
  const { from: opens, to: closes } = PART_OF_DAY_HOURS[isKept ? entry.part : 'any'];
  const items = await firstFree(
    db,
    frame,
    { from, to },
    {
      practitioners: everyone.filter(
        (one) => !isKept || entry.practitionerId === null || entry.practitionerId === one.id,
      ),
      roomIds: frame.clinic.rooms.map((room) => room.id),
      patientId: entry.patient.id,
      ...length,
    },
    (date) => {
      const isWanted =
        (!isKept || isWantedDay(entry, date)) && (course === null || fitsCourse(course, date));
      const starts = Date.parse(clock.instantAt(date, opens));
      const ends = Date.parse(clock.instantAt(date, closes));
      return { from: Math.max(starts, Date.parse(now)), to: isWanted ? ends : starts };
    },
    SHOWN,
  );
  return { items };
}
