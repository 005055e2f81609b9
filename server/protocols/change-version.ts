import { and, eq, sql } from 'drizzle-orm';
import {
  type Protocol,
  type ProtocolVersion,
  type ProtocolVersionUpdate,
} from '#domain/protocols/protocol.ts';
import { versionProblems } from '#domain/protocols/protocol-problems.ts';
import { withChange } from '#domain/shared/change.ts';
import { Problem } from '#domain/shared/problem.ts';
import { databaseErrorCode, transact, type Tx } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { protocolVersions } from '../db/schema/protocols.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { notify, settleNotices } from '../notifications/notify.ts';
import { fetchProtocol, fetchProtocolVersion } from './protocol-view.ts';

type Change = Partial<typeof protocolVersions.$inferInsert>;

const NAME_TAKEN = 'Another approved protocol has this name. Name this one differently.';

async function save(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: ProtocolVersion,
  change: Change,
): Promise<void> {
  const { id, version } = before;
  await updatedOrStale(
    await tx.db
      .update(protocolVersions)
      .set({
        ...change,
        version: sql`${protocolVersions.version} + 1`,
        updatedAt: ctx.deps.now(),
      })
      .where(and(eq(protocolVersions.id, id), eq(protocolVersions.version, version)))
      .returning({ id: protocolVersions.id }),
    () => fetchProtocolVersion(tx.db, id),
  );
  const after = await fetchProtocolVersion(tx.db, id);
  await tx.record({ act, entity: 'protocol-version', entityId: id, before, after });
}

/**
 * Changes a draft. What was approved stays as it is: propose a new version instead.
 * @throws Problem `not_found`, `stale`, `conflict` when it is no draft, `invalid` at the field
 */
export async function updateDraft(
  ctx: Ctx,
  id: string,
  version: number,
  input: ProtocolVersionUpdate,
): Promise<ProtocolVersion> {
  authorise(ctx, 'protocols.propose');
  return await transact(ctx, async (tx) => {
    const before = await fetchProtocolVersion(tx.db, id);
    refuseStale(before, version);
    if (before.status !== 'draft')
      throw new Problem(
        'conflict',
        `Version ${before.number} is no draft, so it stays as it is. Propose a new version instead.`,
      );
    const fields = versionProblems(withChange(before, input));
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    await save(ctx, tx, 'protocols.update-draft', before, withChange<Change>({}, input));
    return await fetchProtocolVersion(tx.db, id);
  });
}

/**
 * Approves a draft: courses can be opened from it, and from no earlier version any more.
 * @throws Problem `not_found`, `stale`, `conflict` when it is no draft, `duplicate` at `name`
 */
export async function approveVersion(ctx: Ctx, id: string, version: number): Promise<Protocol> {
  authorise(ctx, 'protocols.approve');
  try {
    return await transact(ctx, async (tx) => {
      const before = await fetchProtocolVersion(tx.db, id);
      refuseStale(before, version);
      if (before.status !== 'draft')
        throw new Problem('conflict', `Version ${before.number} is no draft.`);
      const now = ctx.deps.now();
      const { versions } = await fetchProtocol(tx.db, before.protocolId);
      const replaced = versions.find(({ status }) => status === 'approved');
      if (replaced)
        await save(ctx, tx, 'protocols.retire', replaced, { status: 'retired', retiredAt: now });
      const approved = {
        status: 'approved',
        approvedBy: ctx.actor.staffId,
        approvedAt: now,
      } as const;
      await save(ctx, tx, 'protocols.approve', before, approved);
      const { protocolId: subjectId, name: about, proposedBy } = before;
      await settleNotices(ctx, tx, subjectId);
      const notice = { kind: 'protocol_approved', subjectId, about } as const;
      await notify(ctx, tx, { staffId: proposedBy }, notice);
      return await fetchProtocol(tx.db, before.protocolId);
    });
  } catch (error) {
    if (databaseErrorCode(error) !== '23505') throw error;
    throw new Problem('duplicate', NAME_TAKEN, { fields: [{ path: 'name', message: NAME_TAKEN }] });
  }
}

/**
 * Retires a version, approved or still a draft: no course is opened from it any more. Courses that
 * follow it go on.
 * @throws Problem `not_found`, `stale`, `conflict` when it is retired already
 */
export async function retireVersion(ctx: Ctx, id: string, version: number): Promise<Protocol> {
  authorise(ctx, 'protocols.approve');
  return await transact(ctx, async (tx) => {
    const before = await fetchProtocolVersion(tx.db, id);
    refuseStale(before, version);
    if (before.status === 'retired')
      throw new Problem('conflict', `Version ${before.number} is retired already.`);
    const change = { status: 'retired', retiredAt: ctx.deps.now() } as const;
    await save(ctx, tx, 'protocols.retire', before, change);
    return await fetchProtocol(tx.db, before.protocolId);
  });
}
