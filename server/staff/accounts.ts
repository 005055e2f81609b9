import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Clinic } from '#domain/clinic/clinic.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Actor } from '#domain/staff/permissions.ts';
import { toClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import {
  authAccounts,
  authRateLimits,
  authSessions,
  authUsers,
  authVerifications,
} from '../db/schema/auth.ts';
import { clinic } from '../db/schema/clinic.ts';
import { staff } from '../db/schema/staff.ts';

const COOKIE = 'mesodesk.session_token';
const SECURE_COOKIE = `__Secure-${COOKIE}`;
/** A working day and a long evening: nobody stays signed in to tomorrow. */
const SIGN_IN_SECONDS = 14 * 60 * 60;
/** Sign-ins cleared away at a time: more than begin meanwhile, and soon done. */
const CLEARED_AT_ONCE = 100;
const ADDRESS_HEADER = 'x-mesodesk-address';

/** Who a cookie belongs to, and their clinic as it stood at that moment. */
export type SignedIn = {
  actor: Actor;
  userId: string;
  signInId: string;
  isLocked: boolean;
  clinic: Clinic | undefined;
};

/** E-mail-and-password accounts: what the API asks of the library that keeps them. */
export type Accounts = {
  /** The person a request's cookie belongs to; null when nobody (or no longer) is signed in. */
  whoIs: (headers: Headers) => Promise<SignedIn | null>;
  /**
   * Signs in and answers the cookies to set. `address` is where the request came from, for the rate limit.
   * @throws Problem `wrong_credentials`, `too_many_requests`
   */
  signIn: (email: string, password: string, address: string) => Promise<string[]>;
  /** Ends one sign-in and answers the cookies that clear it. */
  signOut: (headers: Headers) => Promise<string[]>;
  hash: (password: string) => Promise<string>;
  verify: (hash: string, password: string) => Promise<boolean>;
};

/** What the accounts need to know of where they run. */
export type AccountsConfig = {
  db: Database;
  secret: string;
  /** The address people use, e.g. `https://desk.clinic.example`: decides whether cookies are secure. */
  publicUrl: string;
  now: () => Date;
  /** Tries to sign in per address and minute. */
  triesPerMinute: number;
};

/** The sign-in token of a request's cookie: unguessable, so that finding it in the database is the check. */
function tokenOf(headers: Headers): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [name, ...value] = part.trim().split('=');
    if (name !== COOKIE && name !== SECURE_COOKIE) continue;
    try {
      return decodeURIComponent(value.join('=')).split('.')[0];
    } catch {
      return undefined;
    }
  }
  return undefined;
}

function betterAuthFor({ db, secret, publicUrl, triesPerMinute }: AccountsConfig) {
  return betterAuth({
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: authUsers,
        session: authSessions,
        account: authAccounts,
        verification: authVerifications,
        rateLimit: authRateLimits,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
    },
    session: { expiresIn: SIGN_IN_SECONDS, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: triesPerMinute,
      customRules: { '/sign-in/email': { window: 60, max: triesPerMinute } },
    },
    advanced: {
      cookiePrefix: 'mesodesk',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** Accounts kept by better-auth in the schema `auth`; works on Node and in the browser. */
export function openAccounts(config: AccountsConfig): Accounts {
  const { db, publicUrl, now } = config;
  const auth = betterAuthFor(config);
  const call = (path: string, body: object, headers: Record<string, string>): Promise<Response> =>
    auth.handler(
      new Request(new URL(`/api/auth${path}`, publicUrl), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: new URL(publicUrl).origin,
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    );

  // Every request asks this, so its text is built once. Unnamed: poolers share no named statements.
  const signedInBy = db
    .select({
      signInId: authSessions.id,
      lockedAt: authSessions.lockedAt,
      userId: authSessions.userId,
      staffId: staff.id,
      roles: staff.roles,
      isPrescriber: staff.isPrescriber,
      isOwner: staff.isOwner,
      // Nearly every answer needs it, and asking for it apart would cost a trip of its own.
      clinic,
    })
    .from(authSessions)
    .innerJoin(staff, eq(staff.userId, authSessions.userId))
    .leftJoin(clinic, sql`true`)
    .where(
      and(
        eq(authSessions.token, sql.placeholder('token')),
        gt(authSessions.expiresAt, sql.placeholder('now')),
        eq(staff.isActive, true),
      ),
    )
    .prepare('');

  // What another sign-in clears away at this moment is left to it.
  const clearExpired = () =>
    db
      .delete(authSessions)
      .where(
        inArray(
          authSessions.id,
          db
            .select({ id: authSessions.id })
            .from(authSessions)
            .where(lte(authSessions.expiresAt, now()))
            .orderBy(asc(authSessions.expiresAt))
            .limit(CLEARED_AT_ONCE)
            .for('update', { skipLocked: true }),
        ),
      );

  return {
    whoIs: async (headers) => {
      const token = tokenOf(headers);
      if (token === undefined || token === '') return null;
      const [row] = await signedInBy.execute({ token, now: now() });
      if (!row) return null;
      const { signInId, userId, lockedAt, clinic: found, ...actor } = row;
      const isLocked = lockedAt !== null;
      return { actor, userId, signInId, isLocked, clinic: found ? toClinic(found) : undefined };
    },

    signIn: async (email, password, address) => {
      const answer = await call(
        '/sign-in/email',
        { email, password },
        { [ADDRESS_HEADER]: address },
      );
      if (answer.status === 429) throw new Problem('too_many_requests');
      if (answer.status >= 500) throw new Error(`Sign-in answered ${answer.status}.`);
      if (!answer.ok) throw new Problem('wrong_credentials');
      await clearExpired();
      return answer.headers.getSetCookie();
    },

    signOut: async (headers) => {
      const answer = await call('/sign-out', {}, { cookie: headers.get('cookie') ?? '' });
      return answer.headers.getSetCookie();
    },

    hash: hashPassword,
    verify: (hash, password) => verifyPassword({ hash, password }),
  };
}
