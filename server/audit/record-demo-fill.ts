import type { Tx } from './transact.ts';

/** Records that the demo clinic's records of one kind were added: nobody made them one by one. */
export const recordDemoFill = (tx: Tx, entity: string, made: readonly unknown[]): Promise<void> =>
  tx.record({ act: 'demo.fill', entity, entityId: null, after: { added: made.length } });
