import type * as z from 'zod/mini';
import type { accountLink, StaffMember } from '#domain/staff/staff-member.ts';
import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { authAccounts, authSessions, authUsers } from '../db/schema/auth.ts';
import { accountLinks, staff } from '../db/schema/staff.ts';
import type { Ctx } from '../http/context.ts';
import type { Deps } from '../deps.ts';

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Makes a link with which this person can choose a password, once, within seven days. Older ones end. */
export async function makeAccountLink(
  ctx: Ctx,
  tx: Tx,
  staffId: string,
): Promise<{ path: string; expiresAt: string }> {
  const now = ctx.deps.now();
  const expiresAt = new Date(now.getTime() + VALID_MS);
  const secret = ctx.deps.newSecret();
  await tx.db
    .update(accountLinks)
    .set({ usedAt: now })
    .where(and(eq(accountLinks.staffId, staffId), isNull(accountLinks.usedAt)));
  await tx.db.insert(accountLinks).values({
    id: ctx.deps.newId(),
    staffId,
    secretHash: await hashOf(secret),
    createdAt: now,
    expiresAt,
  });
  await tx.record({ act: 'staff.make-link', entity: 'staff', entityId: staffId });
  return { path: `/join/${secret}`, expiresAt: expiresAt.toISOString() };
}

/**
 * Makes a link in a transaction of its own, whose answer is not kept: an Idempotency-Key keeps
 * answers for a day, and a link's secret is kept nowhere. A repeated request gets a fresh link.
 */
export async function makeLinkFor(
  ctx: Ctx,
  member: StaffMember,
): Promise<z.output<typeof accountLink>> {
  const link = await transact({ ...ctx, idempotency: undefined }, (tx) =>
    makeAccountLink(ctx, tx, member.id),
  );
  return { ...link, staff: member };
}

/**
 * Whom an unused, unexpired link is for.
 * @throws Problem `not_found`
 */
export async function fetchLink(deps: Pick<Deps, 'now'>, db: Database, secret: string) {
  const [row] = await db
    .select({ linkId: accountLinks.id, expiresAt: accountLinks.expiresAt, staff })
    .from(accountLinks)
    .innerJoin(staff, eq(staff.id, accountLinks.staffId))
    .where(
      and(
        eq(accountLinks.secretHash, await hashOf(secret)),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, deps.now()),
        eq(staff.isActive, true),
      ),
    );
  if (!row)
    throw new Problem(
      'not_found',
      'This link was used or has expired. Ask the owner for a new one.',
    );
  return row;
}

/** Ends every sign-in of a user, on every device but the one that is kept. */
export async function endSignIns(db: Database, userId: string, keptId?: string): Promise<void> {
  await db
    .delete(authSessions)
    .where(
      and(
        eq(authSessions.userId, userId),
        keptId === undefined ? undefined : ne(authSessions.id, keptId),
      ),
    );
}

/**
 * Gives the person a user with this password hash, or their user the new one and ends its sign-ins
 * but the one that is kept.
 */
export async function setPasswordHash(
  ctx: Ctx,
  db: Database,
  person: { id: string; userId: string | null; name: string; email: string },
  hash: string,
  keptSignInId?: string,
): Promise<string> {
  const now = ctx.deps.now();
  if (person.userId !== null) {
    await db
      .update(authAccounts)
      .set({ password: hash, updatedAt: now })
      .where(eq(authAccounts.userId, person.userId));
    await endSignIns(db, person.userId, keptSignInId);
    return person.userId;
  }
  const userId = ctx.deps.newId();
  await db.insert(authUsers).values({
    id: userId,
    name: person.name,
    email: person.email,
    emailVerified: false,
    createdAt: now,
    updatedAt: now,
  });
  await db.insert(authAccounts).values({
    id: ctx.deps.newId(),
    accountId: userId,
    providerId: 'credential',
    userId,
    password: hash,
    createdAt: now,
    updatedAt: now,
  });
  await db.update(staff).set({ userId, updatedAt: now }).where(eq(staff.id, person.id));
  return userId;
}

/** Marks a link used, so that it opens nothing more. */
export async function useUpLink(ctx: Ctx, db: Database, linkId: string): Promise<void> {
  const used = await db
    .update(accountLinks)
    .set({ usedAt: ctx.deps.now() })
    .where(and(eq(accountLinks.id, linkId), isNull(accountLinks.usedAt)))
    .returning();
  if (used.length === 0) throw new Problem('not_found', 'This link was used a moment ago.');
}
