import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Answer } from './test-clinic.ts';

/** What an appointment takes up, and whether a manager let it overlap. */
export type ModelSlot = Pick<
  Appointment,
  'id' | 'version' | 'practitionerId' | 'roomId' | 'patientId' | 'startsAt' | 'endsAt'
> & { isOverride: boolean };

/** A request of a round: what it asks for, and the appointment it frees or moves, if any. */
export type Asked = {
  kind: 'book' | 'override' | 'move' | 'cancel' | 'undo';
  /** The slot it asks for; null for a cancellation. */
  wanted: Omit<ModelSlot, 'id' | 'version'> | null;
  subject: string | null;
};

/** Whether two slots overlap and have a practitioner, a room or a patient in common. */
export const clash = (
  one: Omit<ModelSlot, 'id' | 'version'>,
  other: Omit<ModelSlot, 'id' | 'version'>,
): boolean =>
  one.startsAt < other.endsAt &&
  other.startsAt < one.endsAt &&
  (one.practitionerId === other.practitionerId ||
    (one.roomId !== null && one.roomId === other.roomId) ||
    one.patientId === other.patientId);

/** An appointment of an answer as the model keeps it. */
export const toSlot = (made: Appointment): ModelSlot => ({
  id: made.id,
  version: made.version,
  practitionerId: made.practitionerId,
  roomId: made.roomId,
  patientId: made.patientId,
  startsAt: made.startsAt,
  endsAt: made.endsAt,
  isOverride: made.overrideReason !== null,
});

/** Whether an appointment only became shorter: it may, whatever it overlapped before. */
const isShrunk = (slot: ModelSlot, was: ModelSlot | undefined): boolean =>
  was !== undefined &&
  was.practitionerId === slot.practitionerId &&
  was.roomId === slot.roomId &&
  was.startsAt <= slot.startsAt &&
  slot.endsAt <= was.endsAt;

const isTaken = (status: number): boolean => status === 200 || status === 201;

/**
 * Judges a round of requests that ran at once, whatever order they ran in, and takes what was
 * accepted into the model of what holds its slot. Answers what is wrong, in words:
 * - a slot that nothing held, before or in the round, was refused;
 * - one that someone held throughout, or that another of the round got, was given twice.
 */
export function judgeRound(
  held: Map<string, ModelSlot>,
  round: readonly { asked: Asked; answer: Answer }[],
): string[] {
  const wrong: string[] = [];
  const before = [...held.values()];
  const leaving = new Set(
    round.flatMap(({ asked, answer }) =>
      asked.subject !== null && isTaken(answer.status) ? [asked.subject] : [],
    ),
  );
  const accepted = round.flatMap(({ asked, answer }) =>
    asked.wanted !== null && isTaken(answer.status) ? [toSlot(answer.body)] : [],
  );
  for (const { asked, answer } of round) {
    if (isTaken(answer.status)) continue;
    const { wanted } = asked;
    if (answer.status !== 409 || wanted === null || asked.kind === 'override') {
      wrong.push(`${asked.kind} answered ${answer.status}: ${answer.text}`);
      continue;
    }
    const inTheWay = [...before.filter(({ id }) => id !== asked.subject), ...accepted];
    if (!inTheWay.some((slot) => clash(slot, wanted)))
      wrong.push(`${asked.kind} at ${wanted.startsAt} was free and refused: ${answer.text}`);
  }
  for (const [index, slot] of accepted.entries()) {
    if (slot.isOverride || isShrunk(slot, held.get(slot.id))) continue;
    const stayed = before.filter(({ id }) => !leaving.has(id));
    const others = accepted.slice(0, index).filter(({ isOverride }) => !isOverride);
    if ([...stayed, ...others].some((other) => clash(other, slot)))
      wrong.push(`${slot.startsAt} was given although it was taken`);
  }
  for (const id of leaving) held.delete(id);
  for (const slot of accepted) held.set(slot.id, slot);
  return wrong;
}
