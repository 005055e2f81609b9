import { and, count, eq, gte } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { Problem } from '#domain/shared/problem.ts';
import type {
  linkAcceptance,
  linkRequest,
  passwordChange,
  signInRequest,
} from '#domain/staff/me.ts';
import { transact } from '../audit/transact.ts';
import { auditEntries } from '../db/schema/audit.ts';
import { authAccounts, authSessions } from '../db/schema/auth.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { staff } from '../db/schema/staff.ts';
import type { Ctx } from '../http/context.ts';
import { fetchLink, endSignIns, setPasswordHash, useUpLink } from './account-links.ts';

const FAILURES_ALLOWED = 10;
const FAILURE_WINDOW_MS = 15 * 60 * 1000;

/** Wrong passwords for this person lately, whatever address they came from. */
async function recentFailures(ctx: Ctx, staffId: string): Promise<number> {
  const since = new Date(ctx.deps.now().getTime() - FAILURE_WINDOW_MS);
  const [row] = await ctx.deps.db
    .select({ failures: count() })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.entityId, staffId),
        eq(auditEntries.act, 'sign-in.failed'),
        gte(auditEntries.at, since),
      ),
    );
  return row?.failures ?? 0;
}

/** @throws Problem `too_many_requests` */
async function refuseAfterFailures(ctx: Ctx, staffId: string): Promise<void> {
  if ((await recentFailures(ctx, staffId)) >= FAILURES_ALLOWED)
    throw new Problem(
      'too_many_requests',
      'Too many wrong passwords for this account. Try again in 15 minutes.',
    );
}

async function recordSignIn(
  ctx: Ctx,
  act: string,
  staffId: string | null,
  actorId: string,
): Promise<void> {
  await transact(
    { ...ctx, actor: { ...ctx.actor, staffId: actorId }, idempotency: undefined },
    async (tx) => {
      await tx.record({ act, entity: 'staff', entityId: staffId });
    },
  );
}

/**
 * Signs a person in; answers the cookies to set. Every try is in the audit trail.
 * @throws Problem `wrong_credentials`; `too_many_requests` per address and per account.
 */
export async function signIn(
  ctx: Ctx,
  input: z.output<typeof signInRequest>,
  address: string,
): Promise<string[]> {
  const [person] = await ctx.deps.db
    .select({ id: staff.id, isActive: staff.isActive })
    .from(staff)
    .where(eq(staff.email, input.email));
  if (person) await refuseAfterFailures(ctx, person.id);
  try {
    const cookies = await ctx.deps.accounts.signIn(input.email, input.password, address);
    if (person?.isActive !== true) throw new Problem('wrong_credentials');
    await recordSignIn(ctx, 'sign-in', person.id, person.id);
    return cookies;
  } catch (error) {
    if (error instanceof Problem && error.code === 'wrong_credentials')
      await recordSignIn(ctx, 'sign-in.failed', person?.id ?? null, '');
    throw error;
  }
}

/** Ends this sign-in; answers the cookies that clear it. */
export async function signOut(ctx: Ctx, headers: Headers): Promise<string[]> {
  await recordSignIn(ctx, 'sign-out', ctx.actor.staffId, ctx.actor.staffId);
  return await ctx.deps.accounts.signOut(headers);
}

async function currentSignIn(ctx: Ctx, headers: Headers) {
  const signedIn = await ctx.deps.accounts.whoIs(headers);
  if (!signedIn) throw new Problem('not_signed_in');
  return signedIn;
}

async function passwordMatches(ctx: Ctx, userId: string, password: string): Promise<boolean> {
  const [account] = await ctx.deps.db
    .select({ password: authAccounts.password })
    .from(authAccounts)
    .where(eq(authAccounts.userId, userId));
  return (
    typeof account?.password === 'string' &&
    (await ctx.deps.accounts.verify(account.password, password))
  );
}

/** Locks this desk: the cookie then opens nothing until the password is typed again. */
export async function lockDesk(ctx: Ctx, headers: Headers): Promise<void> {
  const { signInId } = await currentSignIn(ctx, headers);
  await transact(ctx, async (tx) => {
    await tx.db
      .update(authSessions)
      .set({ lockedAt: ctx.deps.now() })
      .where(eq(authSessions.id, signInId));
    await tx.record({ act: 'desk.lock', entity: 'staff', entityId: ctx.actor.staffId });
  });
}

/**
 * Opens a locked desk with its person's password.
 * @throws Problem `wrong_credentials` at `password`, `too_many_requests`
 */
export async function unlockDesk(ctx: Ctx, headers: Headers, password: string): Promise<void> {
  const { signInId, userId } = await currentSignIn(ctx, headers);
  await refuseAfterFailures(ctx, ctx.actor.staffId);
  if (!(await passwordMatches(ctx, userId, password))) {
    await recordSignIn(ctx, 'sign-in.failed', ctx.actor.staffId, ctx.actor.staffId);
    throw new Problem('wrong_credentials', 'This is not the password.', {
      fields: [{ path: 'password', message: 'This is not the password.' }],
    });
  }
  await transact(ctx, async (tx) => {
    await tx.db.update(authSessions).set({ lockedAt: null }).where(eq(authSessions.id, signInId));
    await tx.record({ act: 'desk.unlock', entity: 'staff', entityId: ctx.actor.staffId });
  });
}

/**
 * Changes one's own password and ends every other sign-in of this person.
 * @throws Problem `invalid` at `current` when it is not the password; `too_many_requests`
 */
export async function changePassword(
  ctx: Ctx,
  headers: Headers,
  input: z.output<typeof passwordChange>,
): Promise<void> {
  const { userId, signInId } = await currentSignIn(ctx, headers);
  await refuseAfterFailures(ctx, ctx.actor.staffId);
  if (!(await passwordMatches(ctx, userId, input.current))) {
    await recordSignIn(ctx, 'sign-in.failed', ctx.actor.staffId, ctx.actor.staffId);
    throw new Problem('invalid', 'The current password is not right.', {
      fields: [{ path: 'current', message: 'This is not your current password.' }],
    });
  }
  const hash = await ctx.deps.accounts.hash(input.next);
  await transact(ctx, async (tx) => {
    const person = firstOrNotFound(
      await tx.db.select().from(staff).where(eq(staff.id, ctx.actor.staffId)),
      'member of staff',
    );
    await setPasswordHash(ctx, tx.db, person, hash, signInId);
    await tx.record({ act: 'staff.change-password', entity: 'staff', entityId: person.id });
  });
}

/** Signs the person out on every device. */
export async function signOutEverywhere(ctx: Ctx, headers: Headers): Promise<void> {
  const { userId } = await currentSignIn(ctx, headers);
  await transact(ctx, async (tx) => {
    await endSignIns(tx.db, userId);
    await tx.record({ act: 'sign-out.everywhere', entity: 'staff', entityId: ctx.actor.staffId });
  });
}

/**
 * Whom an invitation or reset link is for.
 * @throws Problem `not_found` when it was used or has expired.
 */
export async function openLink(ctx: Ctx, { secret }: z.output<typeof linkRequest>) {
  const link = await fetchLink(ctx.deps, ctx.deps.db, secret);
  return {
    name: link.staff.name,
    email: link.staff.email,
    expiresAt: link.expiresAt.toISOString(),
  };
}

/**
 * Chooses a password with a link, which ends the link.
 * @throws Problem `not_found` when it was used or has expired.
 */
export async function acceptLink(ctx: Ctx, input: z.output<typeof linkAcceptance>) {
  // Hashing is dear by design: a guessed link is not to make the server do it.
  const { staff: holder } = await fetchLink(ctx.deps, ctx.deps.db, input.secret);
  const byHolder = { ...ctx, actor: { ...ctx.actor, staffId: holder.id } };
  const hash = await ctx.deps.accounts.hash(input.password);
  return await transact(byHolder, async (tx) => {
    const link = await fetchLink(ctx.deps, tx.db, input.secret);
    await useUpLink(ctx, tx.db, link.linkId);
    await setPasswordHash(ctx, tx.db, link.staff, hash);
    await tx.record({ act: 'staff.accept-link', entity: 'staff', entityId: link.staff.id });
    return {
      name: link.staff.name,
      email: link.staff.email,
      expiresAt: link.expiresAt.toISOString(),
    };
  });
}
