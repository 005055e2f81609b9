import type { Session } from '#domain/sessions/session.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { sessionAddenda, sessionLaterPain, sessions } from '../db/schema/sessions.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's sessions, signed ones and drafts, in the open transaction. */
export async function addDemoSessions(tx: Tx, made: readonly Session[]): Promise<void> {
  await insertAll(
    tx.db,
    sessions,
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      signedAt: one.signedAt === null ? null : new Date(one.signedAt),
    })),
  );
  const notes = made.flatMap(({ id, addenda }) =>
    addenda.map((note) => ({ ...note, sessionId: id, writtenAt: new Date(note.writtenAt) })),
  );
  await insertAll(tx.db, sessionAddenda, notes);
  const answers = made.flatMap(({ id, laterPain }) =>
    laterPain.map((one) => ({ ...one, sessionId: id, recordedAt: new Date(one.recordedAt) })),
  );
  await insertAll(tx.db, sessionLaterPain, answers);
  await recordDemoFill(tx, 'session', made);
}
