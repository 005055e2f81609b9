import { and, eq, sql } from 'drizzle-orm';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import type { WaitingStatus } from '#domain/waiting-list/waiting-enums.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Tx } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { waitingEntries } from '../db/schema/waiting-list.ts';
import type { Ctx } from '../http/context.ts';
import { fetchEntry } from './waiting-view.ts';

type Row = typeof waitingEntries.$inferInsert;

/** A new entry as it is inserted. */
export type NewEntry = Omit<
  Row,
  'id' | 'version' | 'createdAt' | 'updatedAt' | 'status' | 'statusAt' | 'statusBy' | 'bookedId'
>;

/** Puts an entry on the list in the open transaction, and records it. */
export async function insertEntry(
  ctx: Ctx,
  tx: Tx,
  act: string,
  made: NewEntry,
): Promise<WaitingEntry> {
  const now = ctx.deps.now();
  const id = ctx.deps.newId();
  await tx.db.insert(waitingEntries).values({
    ...made,
    id,
    createdAt: now,
    updatedAt: now,
    status: 'waiting',
    statusAt: now,
    statusBy: ctx.actor.staffId,
  });
  const after = await fetchEntry(tx.db, id);
  const { patientId } = made;
  await tx.record({ act, entity: 'waiting-entry', entityId: id, patientId, after });
  return after;
}

/**
 * The entry a change is about, as its version says and standing as it must.
 * @throws Problem `not_found`, `stale`, `conflict` when it does not stand so
 */
export async function fetchStanding(
  tx: Tx,
  id: string,
  version: number,
  allowed: readonly WaitingStatus[],
): Promise<WaitingEntry> {
  const found = await fetchEntry(tx.db, id);
  refuseStale(found, version);
  if (allowed.includes(found.status)) return found;
  const words: Record<WaitingStatus, string> = {
    waiting: 'This entry still waits.',
    offered: 'This entry was offered a time.',
    booked: 'This entry is booked already.',
    withdrawn: 'This entry was withdrawn.',
  };
  throw new Problem('conflict', words[found.status]);
}

/**
 * Writes a change of an entry in the open transaction, and records it.
 * @throws Problem `stale`
 */
export async function saveEntry(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: WaitingEntry,
  change: { [K in keyof Row]?: Row[K] | undefined },
): Promise<WaitingEntry> {
  const now = ctx.deps.now();
  const isStep = change.status !== undefined && change.status !== before.status;
  await updatedOrStale(
    await tx.db
      .update(waitingEntries)
      .set({
        ...change,
        ...(isStep ? { statusAt: now, statusBy: ctx.actor.staffId } : {}),
        version: sql`${waitingEntries.version} + 1`,
        updatedAt: now,
      })
      .where(and(eq(waitingEntries.id, before.id), eq(waitingEntries.version, before.version)))
      .returning({ id: waitingEntries.id }),
    () => fetchEntry(tx.db, before.id),
  );
  const after = await fetchEntry(tx.db, before.id);
  const what = { act, entity: 'waiting-entry', entityId: before.id, patientId: before.patient.id };
  await tx.record({ ...what, before, after });
  return after;
}
