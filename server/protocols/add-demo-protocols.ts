import type { DemoProtocolVersion } from '#domain/demo/demo-protocols.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { protocols, protocolVersions } from '../db/schema/protocols.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's protocols with their versions in the open transaction. */
export async function addDemoProtocols(
  tx: Tx,
  made: readonly DemoProtocolVersion[],
): Promise<void> {
  const first = new Map(made.toReversed().map((one) => [one.protocolId, one]));
  await tx.db
    .insert(protocols)
    .values([...first.values()].map((one) => ({ id: one.protocolId, ...stampsOf(one) })));
  await tx.db.insert(protocolVersions).values(
    made.map((one) => ({
      ...one,
      approvedAt: one.approvedAt === null ? null : new Date(one.approvedAt),
      retiredAt: one.retiredAt === null ? null : new Date(one.retiredAt),
      ...stampsOf(one),
    })),
  );
  await recordDemoFill(tx, 'protocol', [...first.values()]);
}
