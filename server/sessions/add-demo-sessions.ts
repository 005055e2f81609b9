import type { Session } from '#domain/sessions/session.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { sessionAddenda, sessions } from '../db/schema/sessions.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's sessions, signed ones and drafts, in the open transaction. */
export async function addDemoSessions(tx: Tx, made: readonly Session[]): Promise<void> {
  await tx.db.insert(sessions).values(
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      signedAt: one.signedAt === null ? null : new Date(one.signedAt),
    })),
  );
  const notes = made.flatMap(({ id, addenda }) =>
    addenda.map((note) => ({ ...note, sessionId: id, writtenAt: new Date(note.writtenAt) })),
  );
  if (notes.length > 0) await tx.db.insert(sessionAddenda).values(notes);
  await recordDemoFill(tx, 'session', made);
}
