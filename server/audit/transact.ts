import { and, eq, lt } from 'drizzle-orm';
import { Problem } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { insertAll } from '../db/insert-all.ts';
import { auditEntries, idempotencyKeys } from '../db/schema/audit.ts';
import type { Ctx } from '../http/context.ts';
import { changesOf } from '../live/changes.ts';

const KEPT_MS = 24 * 60 * 60 * 1000;
const TRIES = 4;

/** One thing that was done to one record. */
export type AuditEvent = {
  /** What was done, e.g. `patients.create`. */
  act: string;
  entity: string;
  entityId: string | null;
  patientId?: string | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

/** An open write transaction. Verbs take it, so that one verb can call another inside it. */
export type Tx = {
  db: Database;
  /** Writes an audit entry into this transaction. */
  record: (event: AuditEvent) => Promise<void>;
  /** Writes an entry for each of many records at once. */
  recordAll: (events: readonly AuditEvent[]) => Promise<void>;
};

/** The names of the fields whose values differ. */
function changedFields(before: AuditEvent['before'], after: AuditEvent['after']): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter(
    (name) =>
      JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]) && name !== 'updatedAt',
  );
}

/** The PostgreSQL code of an error, which Drizzle keeps on the cause. */
export function databaseErrorCode(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause)
    if ('code' in one && typeof one.code === 'string' && /^[0-9A-Z]{5}$/.test(one.code))
      return one.code;
  return undefined;
}

async function replayed(db: Database, ctx: Ctx): Promise<{ answer: unknown } | undefined> {
  const { idempotency, actor, deps } = ctx;
  if (!idempotency) return undefined;
  const row = { actorId: actor.staffId, ...idempotency, at: deps.now() };
  await db
    .delete(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actorId, row.actorId),
        lt(idempotencyKeys.at, new Date(row.at.getTime() - KEPT_MS)),
      ),
    );
  const [fresh] = await db.insert(idempotencyKeys).values(row).onConflictDoNothing().returning();
  if (fresh) return undefined;
  const [kept] = await db
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actorId, row.actorId),
        eq(idempotencyKeys.operation, row.operation),
        eq(idempotencyKeys.key, row.key),
      ),
    );
  if (kept?.bodyHash !== row.bodyHash)
    throw new Problem('key_reused', 'This Idempotency-Key came with another request before.');
  return { answer: kept.answer };
}

async function insertEntries(db: Database, ctx: Ctx, events: readonly AuditEvent[]): Promise<void> {
  const at = ctx.deps.now();
  const entries = events.map((event) => ({
    id: ctx.deps.newId(),
    at,
    actorId: ctx.actor.staffId === '' ? null : ctx.actor.staffId,
    requestId: ctx.requestId,
    act: event.act,
    entity: event.entity,
    entityId: event.entityId,
    patientId: event.patientId ?? null,
    changedFields: changedFields(event.before, event.after),
    before: event.before ?? null,
    after: event.after ?? null,
  }));
  await insertAll(db, auditEntries, entries);
}

async function once<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const told: AuditEvent[] = [];
  const answer = await ctx.deps.db.transaction(async (db) => {
    const earlier = await replayed(db, ctx);
    // The same operation wrote this answer and its response schema checks it again on the way out.
    if (earlier) return earlier.answer as T;
    let recorded = 0;
    const recordAll = async (events: readonly AuditEvent[]): Promise<void> => {
      recorded += events.length;
      told.push(...events);
      await insertEntries(db, ctx, events);
    };
    const record = (event: AuditEvent): Promise<void> => recordAll([event]);
    const answer = await work({ db, record, recordAll });
    if (recorded === 0) throw new Error('A write transaction was closing without an audit entry.');
    if (ctx.idempotency)
      await db
        .update(idempotencyKeys)
        .set({ answer: answer ?? null })
        .where(
          and(
            eq(idempotencyKeys.actorId, ctx.actor.staffId),
            eq(idempotencyKeys.operation, ctx.idempotency.operation),
            eq(idempotencyKeys.key, ctx.idempotency.key),
          ),
        );
    return answer;
  });
  const changes = changesOf(told);
  if (changes.length > 0) ctx.deps.changes.tell({ deskId: ctx.deskId ?? null, changes });
  return answer;
}

/**
 * Opens the one write transaction of a request, and closes it only with its audit entries.
 * A repeated create (same Idempotency-Key and body) is answered as the first time, not done again.
 * Deadlocks (40P01) and serialisation failures (40001) are tried again.
 * @throws Problem `key_reused` when the key came with another body before.
 */
export async function transact<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(ctx, work);
    } catch (error) {
      const code = databaseErrorCode(error);
      if (attempt === TRIES || (code !== '40P01' && code !== '40001')) throw error;
    }
  }
}
