import type { Tx } from './transact.ts';

/** Records that so many of the demo clinic's records of one kind were added: nobody made them one by one. */
export const recordDemoFill = (
  tx: Pick<Tx, 'record'>,
  entity: string,
  made: readonly unknown[] | number,
): Promise<void> =>
  tx.record({
    act: 'demo.fill',
    entity,
    entityId: null,
    after: { added: typeof made === 'number' ? made : made.length },
  });
