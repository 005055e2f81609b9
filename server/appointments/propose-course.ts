import type {
  Proposal,
  ProposalNote,
  ProposalRequest,
} from '#domain/appointments/course-booking.ts';
import { lastBookableDay } from '#domain/appointments/booking-hours.ts';
import type { FreeSlot } from '#domain/appointments/free-slots.ts';
import { type ProposedDate, proposeDates } from '#domain/appointments/propose-dates.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { addMinutes, clockText } from '#domain/shared/clinic-time.ts';
import type { Database } from '../db/database.ts';
import { authorise, type Ctx } from '../http/context.ts';
import {
  placeProblems,
  requirePatient,
  requirePractitioners,
  requireType,
} from './check-booking.ts';
import { type ClinicFrame, type Practitioner, readFrame } from './clinic-frame.ts';
import { roomsFor, startsIn } from './find-free-slots.ts';
import { findTaken } from './hold-slots.ts';
import { readFree } from './search-free.ts';
import { takenWords } from './refuse-taken.ts';

/** How long after the day asked for the first appointment may be. */
const FIRST_WITHIN_DAYS = 60;
/** More than one day holds. */
const ALL_OF_DAY = 500;

type FindOn = (date: string, like: FreeSlot | null) => FreeSlot | null;

/** Finds the free slot of a day that is nearest to another's time of day, or the earliest. */
async function slotFinder(
  db: Database,
  frame: ClinicFrame,
  request: ProposalRequest,
  search: Parameters<typeof readFree>[3],
): Promise<FindOn> {
  const { clock, today } = frame;
  const chosen = request.fixed.map(({ startsAt }) => clock.wallTimeOf(startsAt).date);
  const latest = [request.from, ...chosen].toSorted().at(-1) ?? request.from;
  const days = FIRST_WITHIN_DAYS + request.count * request.intervalDaysMax;
  const [to = today] = [addDays(latest, days), lastBookableDay(today)].toSorted();
  const freeOn = await readFree(db, frame, { from: today, to }, search);
  const startsOn = startsIn(frame, request.part);
  return (date, like) => {
    if (date < today || date > to) return null;
    const starts = startsOn(date);
    if (like === null) return freeOn(date, starts, 1)[0] ?? null;
    const time = clockText(clock.wallTimeOf(like.startsAt).minutes);
    const wanted = Date.parse(clock.instantAt(date, time));
    const [next] = freeOn(date, { from: Math.max(starts.from, wanted), to: starts.to }, 1);
    if (next && Date.parse(next.startsAt) === wanted) return next;
    const earlier = freeOn(
      date,
      { from: starts.from, to: Math.min(wanted, starts.to) },
      ALL_OF_DAY,
    );
    const far = (slot: FreeSlot): number => Math.abs(Date.parse(slot.startsAt) - wanted);
    const [nearest] = [...(next ? [next] : []), ...earlier].toSorted(
      (one, other) => far(one) - far(other),
    );
    return nearest ?? null;
  };
}

/** What is in the way of a slot that a person chose. */
async function judge(
  ctx: Ctx,
  frame: ClinicFrame,
  people: ReadonlyMap<string, Practitioner>,
  slot: FreeSlot & { patientId: string },
): Promise<{ notes: ProposalNote[]; detail: string | null }> {
  const { db } = ctx.deps;
  const [outside] = await placeProblems(db, frame, [{ slot, prefix: '' }], people);
  const taken = await findTaken(db, [slot]);
  const words = taken.length === 0 ? null : await takenWords(db, frame, slot, taken);
  return {
    notes: [
      ...(outside ? (['outside_hours'] as const) : []),
      ...(words === null ? [] : (['taken'] as const)),
    ],
    detail: [outside?.message, words].filter(Boolean).join(' ') || null,
  };
}

/**
 * Proposes dates for all appointments of a course: one practitioner, the interval kept, the weekday
 * and time of the first where they are free, a free room. Dates chosen by hand stay and those after
 * them follow. Nothing is booked.
 * @throws Problem `invalid` at what is not there
 */
export async function proposeCourse(
  ctx: Ctx,
  request: ProposalRequest,
): Promise<{ items: Proposal[] }> {
  authorise(ctx, 'appointments.write');
  const { db } = ctx.deps;
  const frame = await readFrame(ctx, db);
  const { patientId, practitionerId } = request;
  await requirePatient(db, patientId);
  const type = await requireType(db, request.typeId);
  const people = await requirePractitioners(db, [{ path: 'practitionerId', practitionerId }]);
  const roomIds = roomsFor(frame, request.roomId);
  const findOn = await slotFinder(db, frame, request, {
    practitioners: [...people.values()].filter(({ id }) => id === practitionerId),
    roomIds,
    patientId,
    minutes: type.durationMinutes,
    bufferMinutes: type.bufferMinutes,
  });
  const fixed = request.fixed.map(({ index, startsAt, roomId }): [number, FreeSlot] => {
    const endsAt = addMinutes(startsAt, type.durationMinutes);
    const room = roomId === undefined ? (request.roomId ?? roomIds[0] ?? null) : roomId;
    return [index, { startsAt, endsAt, practitionerId, roomId: room }];
  });
  const dates = proposeDates({
    ...request,
    from: request.from > frame.today ? request.from : frame.today,
    firstWithinDays: FIRST_WITHIN_DAYS,
    fixed: new Map(fixed),
    dateOf: ({ startsAt }) => frame.clock.wallTimeOf(startsAt).date,
    findOn,
  });
  const toProposal = async (one: ProposedDate<FreeSlot>): Promise<Proposal> => {
    const { index, slot, isFixed, intervalDays } = one;
    const judged =
      slot !== null && isFixed
        ? await judge(ctx, frame, people, { ...slot, patientId })
        : { notes: [], detail: null };
    return {
      index,
      startsAt: slot?.startsAt ?? null,
      endsAt: slot?.endsAt ?? null,
      practitionerId,
      roomId: slot?.roomId ?? null,
      intervalDays,
      isFixed,
      notes: [
        ...(slot === null ? (['none_free'] as const) : []),
        ...(one.isOutsideInterval ? (['outside_interval'] as const) : []),
        ...judged.notes,
      ],
      detail: judged.detail,
    };
  };
  const items: Proposal[] = [];
  for (const one of dates) items.push(await toProposal(one));
  return { items };
}
