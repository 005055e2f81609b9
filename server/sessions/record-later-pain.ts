import type { LaterPainCreate, Session } from '#domain/sessions/session.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { sessionLaterPain } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchSession } from './session-view.ts';

/**
 * Records what a patient says of the pain 24 hours after a signed session, in the open transaction.
 * @throws Problem `not_found`, `conflict` while it is a draft, `invalid` at `askedOn`
 */
export async function addLaterPain(
  ctx: Ctx,
  tx: Tx,
  id: string,
  input: LaterPainCreate,
): Promise<Session> {
  const session = await fetchSession(tx.db, id);
  if (session.status === 'draft')
    throw new Problem('conflict', 'Sign the session first: pain at 24 hours comes after it.');
  const { timeZone } = await fetchClinic(tx.db);
  if (input.askedOn < session.sessionOn)
    throw invalidField('askedOn', 'This day is before the session.');
  if (input.askedOn > clinicToday(timeZone, ctx.deps.now()))
    throw invalidField('askedOn', 'This day has not come yet.');
  const row = {
    ...input,
    id: ctx.deps.newId(),
    sessionId: id,
    recordedBy: ctx.actor.staffId,
    recordedAt: ctx.deps.now(),
  };
  await tx.db.insert(sessionLaterPain).values(row);
  await tx.record({
    act: 'sessions.record-later-pain',
    entity: 'session',
    entityId: id,
    patientId: session.patientId,
    after: { laterPainId: row.id, answer: row.answer, askedOn: row.askedOn },
  });
  return await fetchSession(tx.db, id);
}

/**
 * Records what a patient says of the pain 24 hours after a signed session, as an answer of its own
 * with its day; the session itself stays as it was signed. Source: CLINICAL.md section 1 (S0).
 * @throws Problem `not_found`, `conflict` while it is a draft, `invalid` at `askedOn`
 */
export async function recordLaterPain(
  ctx: Ctx,
  id: string,
  input: LaterPainCreate,
): Promise<Session> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, (tx) => addLaterPain(ctx, tx, id, input));
}
