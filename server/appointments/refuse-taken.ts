import { inArray } from 'drizzle-orm';
import { conflictWords, type SlotConflict } from '#domain/appointments/slot-conflict.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { minutesBetween } from '#domain/shared/clinic-time.ts';
import { Problem } from '#domain/shared/problem.ts';
import { databaseErrorCode } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { staff } from '../db/schema/staff.ts';
import type { Ctx } from '../http/context.ts';
import { type ClinicFrame, readFrame } from './clinic-frame.ts';
import { findTaken, type HeldSlot, holdSlots, overlapAmong, type TakenSlot } from './hold-slots.ts';
import { firstFree } from './search-free.ts';

/** How far on the next free time is looked for. */
const NEXT_FREE_DAYS = 14;

/** What one try to take slots was about, so that a refusal can say what is in the way. */
export type Attempt = {
  slots: readonly HeldSlot[];
  /** Appointments that leave the slots they had. */
  moved: readonly string[];
};

class SlotTaken extends Error {
  readonly taken: TakenSlot[];
  constructor(taken: TakenSlot[]) {
    super('A slot is taken.');
    this.taken = taken;
  }
}

/**
 * Takes slots for the open transaction, or stops it when something is in the way. Call it once.
 * `left` are the slots that moved appointments leave, `beside` those that some of them shrink to.
 * @throws SlotTaken, which `refusingTaken` turns into an answer
 */
export async function takeSlots(
  db: Database,
  attempt: Attempt,
  wanted: {
    slots: readonly HeldSlot[];
    moved?: readonly string[];
    left?: readonly HeldSlot[];
    beside?: readonly HeldSlot[];
  },
): Promise<void> {
  const { slots, moved = [], left = [], beside = [] } = wanted;
  Object.assign(attempt, { slots, moved });
  if (overlapAmong(slots, beside))
    throw new Problem('conflict', 'Two of these appointments overlap each other.', {
      current: { conflicts: [], nextFree: null },
    });
  await holdSlots(db, [...slots, ...left]);
  const taken = await findTaken(db, slots, moved);
  if (taken.length > 0) throw new SlotTaken(taken);
}

async function named(
  db: Database,
  { clinic }: ClinicFrame,
  taken: readonly TakenSlot[],
): Promise<SlotConflict[]> {
  const ids = taken.filter((one) => one.resource === 'practitioner').map((one) => one.resourceId);
  const people =
    ids.length === 0
      ? []
      : await db
          .select({ id: staff.id, name: staff.name })
          .from(staff)
          .where(inArray(staff.id, ids));
  const names = new Map([...people, ...clinic.rooms].map(({ id, name }) => [id, name]));
  return taken.map((one) => ({
    ...one,
    name: one.resource === 'patient' ? 'The patient' : (names.get(one.resourceId) ?? 'The room'),
  }));
}

/** Who or what is in the way of one slot and when, in words. */
export async function takenWords(
  db: Database,
  frame: ClinicFrame,
  slot: HeldSlot,
  taken: readonly TakenSlot[],
): Promise<string> {
  const conflicts = await named(db, frame, taken);
  const { date } = frame.clock.wallTimeOf(slot.startsAt);
  return conflictWords({ conflicts, nextFree: null }, frame.clock, date);
}

/** When the same slot could begin instead: the same people and room, at the next opportunity. */
async function nextFreeFor(
  db: Database,
  frame: ClinicFrame,
  slot: HeldSlot,
  except: string | undefined,
): Promise<string | null> {
  const { clock, now } = frame;
  const from = clock.wallTimeOf(slot.startsAt).date;
  const earliest = Date.parse(slot.startsAt > now ? slot.startsAt : now);
  const [next] = await firstFree(
    db,
    frame,
    { from, to: addDays(from, NEXT_FREE_DAYS) },
    {
      practitioners: [{ id: slot.practitionerId, name: '' }],
      roomIds: slot.roomId === null ? [] : [slot.roomId],
      patientId: slot.patientId,
      minutes: minutesBetween(slot.startsAt, slot.endsAt),
      bufferMinutes: 0,
      ...(except === undefined ? {} : { except }),
    },
    (date) => {
      const { startsAt, endsAt } = clock.dayBounds(date);
      return { from: Math.max(earliest, Date.parse(startsAt)), to: Date.parse(endsAt) };
    },
    1,
  );
  return next?.startsAt ?? null;
}

/**
 * The answer to whoever wants slots that are taken: who or what is, when, and when it is next free.
 * It says nothing of whose appointment is in the way, nor what for.
 */
async function takenProblem(
  ctx: Ctx,
  { slots, moved }: Attempt,
  taken: readonly TakenSlot[],
): Promise<Problem> {
  const { db } = ctx.deps;
  const frame = await readFrame(ctx, db);
  const [slot] = slots;
  const nextFree = slot && slots.length === 1 ? await nextFreeFor(db, frame, slot, moved[0]) : null;
  const current = { conflicts: await named(db, frame, taken), nextFree };
  const askedOn = slot && slots.length === 1 ? frame.clock.wallTimeOf(slot.startsAt).date : '';
  const words = conflictWords(current, frame.clock, askedOn);
  // The constraint refused, and whoever held the slot has let go since.
  const detail = taken.length === 0 ? `This time was just taken. ${words}`.trim() : words;
  return new Problem('conflict', detail, { current });
}

/**
 * Runs a verb that takes slots, and answers a taken one with who holds it and when, whether the
 * verb found it or the database's constraint did.
 * @throws Problem `conflict`
 */
export async function refusingTaken<T>(
  ctx: Ctx,
  work: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  const attempt: Attempt = { slots: [], moved: [] };
  try {
    return await work(attempt);
  } catch (error) {
    if (error instanceof SlotTaken) throw await takenProblem(ctx, attempt, error.taken);
    if (databaseErrorCode(error) !== '23P01') throw error;
    const taken = await findTaken(ctx.deps.db, attempt.slots, attempt.moved);
    throw await takenProblem(ctx, attempt, taken);
  }
}
