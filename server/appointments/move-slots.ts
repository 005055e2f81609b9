import { sql } from 'drizzle-orm';
import { isMovable } from '#domain/appointments/appointment-flow.ts';
import { APPOINTMENT_STATUS_LABELS } from '#domain/appointments/appointment-enums.ts';
import { type Appointment, lengthProblems } from '#domain/appointments/appointment.ts';
import { addMinutes, minutesBetween } from '#domain/shared/clinic-time.ts';
import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import type { Tx } from '../audit/transact.ts';
import { keepHours } from '../availability/hold-hours.ts';
import type { Ctx } from '../http/context.ts';
import {
  type PlacedSlot,
  requirePlaces,
  requirePractitioners,
  requireRooms,
} from './check-booking.ts';
import { type ClinicFrame, readFrame } from './clinic-frame.ts';
import { holdSlots } from './hold-slots.ts';
import { type Attempt, takeSlots } from './refuse-taken.ts';
import { type AppointmentChange, fetchAtVersion, saveAppointment } from './save-appointment.ts';

/** Where an appointment goes; what is left out stays. A start alone keeps its length. */
export type SlotChange = {
  startsAt?: string | undefined;
  endsAt?: string | undefined;
  practitionerId?: string | undefined;
  roomId?: string | null | undefined;
};

/** One appointment's move, and where in the request it stands. */
export type Move = { before: Appointment; change: SlotChange; prefix: string };

/** The appointment with its slot changed. */
function movedTo(before: Appointment, change: SlotChange): Appointment {
  const startsAt = change.startsAt ?? before.startsAt;
  const kept =
    change.startsAt === undefined
      ? before.endsAt
      : addMinutes(startsAt, minutesBetween(before.startsAt, before.endsAt));
  return {
    ...before,
    startsAt,
    endsAt: change.endsAt ?? kept,
    practitionerId: change.practitionerId ?? before.practitionerId,
    roomId: change.roomId === undefined ? before.roomId : change.roomId,
  };
}

/** Whether a slot only became shorter: whatever it was allowed, it still is. */
const isWithin = (after: Appointment, before: Appointment): boolean =>
  after.practitionerId === before.practitionerId &&
  after.roomId === before.roomId &&
  before.startsAt <= after.startsAt &&
  after.endsAt <= before.endsAt;

function refuseUnmovable({ before, change, prefix }: Move): FieldProblem[] {
  if (!isMovable(before.status)) {
    const is = APPOINTMENT_STATUS_LABELS[before.status].toLowerCase();
    throw new Problem('conflict', `This appointment is ${is} and stays where it is.`);
  }
  return lengthProblems(movedTo(before, change)).map(({ path, message }) => ({
    path: `${prefix}${path}`,
    message,
  }));
}

/** Who is here is not moved to another day: undoing the arrival comes first. */
function refuseLeavingDay({ clock }: ClinicFrame, before: Appointment, after: Appointment): void {
  if (before.status !== 'arrived' && before.status !== 'in_treatment') return;
  if (clock.wallTimeOf(before.startsAt).date === clock.wallTimeOf(after.startsAt).date) return;
  throw new Problem(
    'conflict',
    'The patient is here. Undo the arrival to move this to another day.',
  );
}

/** Whether a start is new: one that stays may lie in the past, or be with someone who has left. */
const beginsElsewhere = ({ slot, before }: PlacedSlot & { before: Appointment }): boolean =>
  slot.startsAt !== before.startsAt || slot.practitionerId !== before.practitionerId;

/** What every move is held to, whoever moves: that it may move, and goes where there is someone. */
async function settle(ctx: Ctx, tx: Tx, moves: readonly Move[]) {
  const fields = moves.flatMap(refuseUnmovable);
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
  await keepHours(tx.db);
  const frame = await readFrame(ctx, tx.db);
  const placed = moves.map(({ before, change, prefix }) => ({
    prefix,
    before,
    slot: movedTo(before, change),
  }));
  for (const { before, slot } of placed) refuseLeavingDay(frame, before, slot);
  const people = await requirePractitioners(
    tx.db,
    placed
      .filter(beginsElsewhere)
      .map(({ prefix, slot }) => ({ path: `${prefix}practitionerId`, ...slot })),
  );
  requireRooms(
    frame,
    placed
      .filter(({ slot, before }) => slot.roomId !== before.roomId)
      .map(({ prefix, slot }) => ({ path: `${prefix}roomId`, ...slot })),
  );
  return { frame, placed, people };
}

/**
 * Takes the slots that appointments move to, in the open transaction: within the hours, where
 * nothing is in the way. One that only becomes shorter needs nothing new.
 * @throws Problem `invalid` at the field, `conflict` when one stays where it is
 */
export async function takeMovedSlots(
  ctx: Ctx,
  tx: Tx,
  attempt: Attempt,
  moves: readonly Move[],
): Promise<Appointment[]> {
  const { frame, placed, people } = await settle(ctx, tx, moves);
  const wider = placed.filter(({ slot, before }) => !isWithin(slot, before));
  const { clock, today } = frame;
  // Someone who is being treated may be made longer, though their day began yesterday.
  const judged = wider.filter(
    (one) => beginsElsewhere(one) || clock.wallTimeOf(one.slot.startsAt).date >= today,
  );
  await requirePlaces(tx.db, frame, judged, people);
  await takeSlots(tx.db, attempt, {
    slots: wider.map(({ slot }) => slot),
    moved: moves.map(({ before }) => before.id),
    left: moves.map(({ before }) => before),
    beside: placed.filter((one) => !wider.includes(one)).map(({ slot }) => slot),
  });
  return placed.map(({ slot, before }) =>
    // What fits again needs no override any more.
    isWithin(slot, before) ? slot : { ...slot, overrideReason: null, overriddenBy: null },
  );
}

/**
 * Takes the slot of a move that a manager lets overlap others or lie outside the hours.
 * @throws Problem `invalid` at the field, `conflict` when it stays where it is
 */
export async function holdOverriddenMove(ctx: Ctx, tx: Tx, move: Move): Promise<Appointment> {
  const { placed } = await settle(ctx, tx, [move]);
  const slot = placed[0]?.slot ?? move.before;
  await holdSlots(tx.db, [slot, move.before]);
  return slot;
}

/** Until the transaction ends, appointments may pass through each other's places. */
export const passThroughEachOther = (tx: Tx): Promise<unknown> =>
  tx.db.execute(
    sql`SET CONSTRAINTS appointments_practitioner_once, appointments_room_once,
          appointments_patient_once DEFERRED`,
  );

const slotOf = (one: Appointment): AppointmentChange => ({
  startsAt: one.startsAt,
  endsAt: one.endsAt,
  practitionerId: one.practitionerId,
  roomId: one.roomId,
  overrideReason: one.overrideReason,
  overriddenBy: one.overriddenBy,
});

/**
 * Writes an appointment at its new slot, once that is taken.
 * @throws Problem `stale` when it was changed while the slot was being taken
 */
export async function saveMoved(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: Appointment,
  after: Appointment,
  more: AppointmentChange = {},
): Promise<Appointment> {
  return await saveAppointment(ctx, tx, act, before, { ...more, ...slotOf(after) });
}

/**
 * The appointments that several moves are about, each as its version says.
 * @throws Problem `not_found`, `stale`
 */
export async function fetchAllAtVersion(
  tx: Tx,
  wanted: readonly { id: string; version: number }[],
): Promise<Appointment[]> {
  const found: Appointment[] = [];
  for (const { id, version } of wanted) found.push(await fetchAtVersion(tx.db, id, version));
  return found;
}
