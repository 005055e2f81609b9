import { and, eq, sql } from 'drizzle-orm';
import type { Override, OverrideCreate, OverrideWithdraw } from '#domain/sessions/override.ts';
import { mayAnswer } from '#domain/sessions/session-check.ts';
import type { Session } from '#domain/sessions/session.ts';
import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { sessions } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { refuseSigned } from './refuse-signed.ts';
import { checksOf } from './session-checks.ts';
import { fetchSession, toSession } from './session-view.ts';

async function save(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: Session,
  overrides: Override[],
): Promise<Session> {
  const row = await updatedOrStale(
    await tx.db
      .update(sessions)
      .set({ overrides, version: sql`${sessions.version} + 1`, updatedAt: ctx.deps.now() })
      .where(
        and(
          eq(sessions.id, before.id),
          eq(sessions.version, before.version),
          eq(sessions.status, 'draft'),
        ),
      )
      .returning(),
    () => fetchSession(tx.db, before.id),
  );
  const after = toSession(row, []);
  await tx.record({
    act,
    entity: 'session',
    entityId: after.id,
    patientId: after.patientId,
    before: { overrides: before.overrides },
    after: { overrides: after.overrides },
  });
  return after;
}

/**
 * Goes on in spite of findings, with a reason that stays on the record: any practitioner for a
 * review, a prescriber for a stop, nobody for the few that take none. A colleague may do it on
 * another's draft, so that a prescriber can be fetched. Source: PRODUCT.md, "Who may do what".
 * @throws Problem `not_found`, `stale`, `conflict` when it is signed, `not_allowed` for a stop without
 * a prescriber, `invalid` at `keys.<n>` for what is not a finding now or never overridden
 */
export async function overrideChecks(
  ctx: Ctx,
  id: string,
  version: number,
  input: OverrideCreate,
): Promise<Session> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchSession(tx.db, id);
    await refuseSigned(tx.db, before);
    refuseStale(before, version);
    const checks = await checksOf(tx.db, before);
    const { staffId: by, isPrescriber: byPrescriber } = ctx.actor;
    const at = ctx.deps.now().toISOString();
    const fields: FieldProblem[] = [];
    const made = input.keys.flatMap((key, index): Override[] => {
      const path = `keys.${index}`;
      const found = checks.filter((one) => one.key === key && one.needs !== 'nothing');
      const never = found.find(({ needs }) => needs === 'never');
      if (found.length === 0)
        fields.push({ path, message: 'This is not a finding of this session any more.' });
      if (never) fields.push({ path, message: `No one can override this. ${never.message}` });
      if (found.length === 0 || never) return [];
      if (!found.every(({ needs }) => mayAnswer(needs, byPrescriber)))
        throw new Problem(
          'not_allowed',
          'Only a prescriber overrides a stop. Ask one to sign in and do it.',
        );
      // Two vials of one ingredient have one key, and each its own words.
      const { reason } = input;
      return found.map(({ level, message }) => {
        return { key, level, message, reason, by, byPrescriber, at };
      });
    });
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    const kept = before.overrides.filter(({ key }) => !input.keys.includes(key));
    return await save(ctx, tx, 'sessions.override', before, [...kept, ...made]);
  });
}

/**
 * Takes one's own decision back while the session is a draft; the trail keeps it.
 * @throws Problem `not_found`, `stale`, `conflict` when it is signed, `invalid` at `key`
 */
export async function withdrawOverride(
  ctx: Ctx,
  id: string,
  version: number,
  input: OverrideWithdraw,
): Promise<Session> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchSession(tx.db, id);
    await refuseSigned(tx.db, before);
    refuseStale(before, version);
    const own = before.overrides.find(
      ({ key, by }) => input.keys.includes(key) && by === ctx.actor.staffId,
    );
    if (!own)
      throw new Problem('invalid', undefined, {
        fields: [{ path: 'keys', message: 'You gave no such reason here.' }],
      });
    const kept = before.overrides.filter(
      ({ key, by }) => !input.keys.includes(key) || by !== ctx.actor.staffId,
    );
    return await save(ctx, tx, 'sessions.withdraw-override', before, kept);
  });
}
