import { and, eq, max } from 'drizzle-orm';
import type {
  Protocol,
  ProtocolCreate,
  ProtocolVersionCreate,
} from '#domain/protocols/protocol.ts';
import { STARTER_PROTOCOLS } from '#domain/protocols/starter-protocols.ts';
import type { Page } from '#domain/shared/page.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { protocols, protocolVersions } from '../db/schema/protocols.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { notify } from '../notifications/notify.ts';
import { allProtocols, fetchProtocol, fetchProtocolVersion } from './protocol-view.ts';

type Draft = ProtocolCreate & { basedOnVersionId: string | null; changeNote: string | null };

async function addDraft(
  ctx: Ctx,
  tx: Tx,
  protocolId: string,
  number: number,
  draft: Draft,
): Promise<void> {
  const [id, now] = [ctx.deps.newId(), ctx.deps.now()];
  const stamps = { createdAt: now, updatedAt: now };
  const proposedBy = ctx.actor.staffId;
  await tx.db
    .insert(protocolVersions)
    .values({ ...draft, id, protocolId, number, status: 'draft', proposedBy, ...stamps });
  const after = await fetchProtocolVersion(tx.db, id);
  const entity = 'protocol-version';
  await tx.record({ act: 'protocols.propose', entity, entityId: id, after });
  const notice = { kind: 'protocol_to_approve', subjectId: protocolId, about: draft.name } as const;
  await notify(ctx, tx, { role: 'manager' }, notice);
}

async function addProtocol(ctx: Ctx, tx: Tx, input: ProtocolCreate): Promise<string> {
  const [id, now] = [ctx.deps.newId(), ctx.deps.now()];
  await tx.db.insert(protocols).values({ id, createdAt: now, updatedAt: now });
  await addDraft(ctx, tx, id, 1, { ...input, basedOnVersionId: null, changeNote: null });
  return id;
}

/** Proposes a new protocol: its first version is a draft until a manager approves it. */
export async function proposeProtocol(ctx: Ctx, input: ProtocolCreate): Promise<Protocol> {
  authorise(ctx, 'protocols.propose');
  return await transact(ctx, async (tx) => fetchProtocol(tx.db, await addProtocol(ctx, tx, input)));
}

/**
 * Takes over, as drafts, the articles' schemes that no protocol of the clinic is called like.
 * @throws Problem `conflict` when it has them all
 */
export async function addStarterProtocols(ctx: Ctx): Promise<Page<Protocol>> {
  authorise(ctx, 'protocols.propose');
  return await transact(ctx, async (tx) => {
    const known = new Set(
      (await allProtocols(tx.db)).flatMap(({ versions }) => versions.map(({ name }) => name)),
    );
    const lacking = STARTER_PROTOCOLS.filter(({ name }) => !known.has(name));
    if (lacking.length === 0)
      throw new Problem('conflict', 'The articles’ protocols are all here already.');
    for (const one of lacking) await addProtocol(ctx, tx, one);
    return { items: await allProtocols(tx.db), nextCursor: null };
  });
}

/**
 * Proposes a new version of a protocol, a draft until a manager approves it.
 * @throws Problem `not_found`, `conflict` while another draft is open, `invalid` at
 * `basedOnVersionId`
 */
export async function proposeVersion(
  ctx: Ctx,
  protocolId: string,
  input: ProtocolVersionCreate,
): Promise<Protocol> {
  authorise(ctx, 'protocols.propose');
  return await transact(ctx, async (tx) => {
    // Held, so that of two proposals at once the later finds the earlier.
    const held = await tx.db
      .select()
      .from(protocols)
      .where(eq(protocols.id, protocolId))
      .for('update');
    firstOrNotFound(held, 'protocol');
    const ofProtocol = eq(protocolVersions.protocolId, protocolId);
    const [draft] = await tx.db
      .select()
      .from(protocolVersions)
      .where(and(ofProtocol, eq(protocolVersions.status, 'draft')));
    if (draft)
      throw new Problem('conflict', `Version ${draft.number} is a draft still. Change that one.`);
    const based = await tx.db
      .select({ id: protocolVersions.id })
      .from(protocolVersions)
      .where(and(ofProtocol, eq(protocolVersions.id, input.basedOnVersionId)));
    if (based.length === 0)
      throw invalidField('basedOnVersionId', 'This protocol has no such version.');
    const [last] = await tx.db
      .select({ number: max(protocolVersions.number) })
      .from(protocolVersions)
      .where(ofProtocol);
    await addDraft(ctx, tx, protocolId, (last?.number ?? 0) + 1, input);
    return await fetchProtocol(tx.db, protocolId);
  });
}
