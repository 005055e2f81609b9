import type { Session } from '#domain/sessions/session.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { sessionAddenda, sessionLaterPain, sessions } from '../db/schema/sessions.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's sessions, signed ones and drafts, in the open transaction. */
export async function addDemoSessions(tx: DemoTx, made: readonly Session[]): Promise<void> {
  await tx.insert(
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
  await tx.insert(sessionAddenda, notes);
  const answers = made.flatMap(({ id, laterPain }) =>
    laterPain.map((one) => ({ ...one, sessionId: id, recordedAt: new Date(one.recordedAt) })),
  );
  await tx.insert(sessionLaterPain, answers);
  await recordDemoFill(tx, 'session', made);
}
