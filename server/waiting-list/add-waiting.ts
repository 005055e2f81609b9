import { Problem } from '#domain/shared/problem.ts';
import {
  type WaitingCreate,
  type WaitingEntry,
  type WaitingUpdate,
  windowProblems,
} from '#domain/waiting-list/waiting-entry.ts';
import { OPEN_WAITING } from '#domain/waiting-list/waiting-enums.ts';
import {
  requireOpenCourse,
  requirePatient,
  requirePractitioners,
  requireType,
} from '../appointments/check-booking.ts';
import { transact } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchStanding, insertEntry, saveEntry } from './save-entry.ts';

async function requireWanted(db: Database, practitionerId: string | null): Promise<void> {
  if (practitionerId === null) return;
  await requirePractitioners(db, [{ path: 'practitionerId', practitionerId }]);
}

/**
 * Puts a patient on the waiting list.
 * @throws Problem `invalid` at the field
 */
export async function addWaiting(ctx: Ctx, input: WaitingCreate): Promise<WaitingEntry> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    await requirePatient(tx.db, input.patientId);
    await requireType(tx.db, input.typeId);
    await requireWanted(tx.db, input.practitionerId);
    if (input.courseId !== null) await requireOpenCourse(tx.db, input.courseId, input.patientId);
    return await insertEntry(ctx, tx, 'waiting-list.add', input);
  });
}

/**
 * Changes what someone who waits would take.
 * @throws Problem `not_found`, `stale`, `invalid` at the field, `conflict` when it waits no more
 */
export async function updateWaiting(
  ctx: Ctx,
  id: string,
  version: number,
  input: WaitingUpdate,
): Promise<WaitingEntry> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchStanding(tx, id, version, OPEN_WAITING);
    const { fromDay = before.fromDay, toDay = before.toDay } = input;
    const fields = windowProblems({ fromDay, toDay });
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    const { typeId, practitionerId } = input;
    if (typeId !== undefined && typeId !== before.typeId) {
      if (before.parkedId !== null)
        throw new Problem('conflict', 'A parked appointment keeps its type until it is placed.');
      await requireType(tx.db, typeId);
    }
    if (practitionerId !== undefined && practitionerId !== before.practitionerId)
      await requireWanted(tx.db, practitionerId);
    return await saveEntry(ctx, tx, 'waiting-list.update', before, input);
  });
}
