import { eq } from 'drizzle-orm';
import { createApp } from '#server/app.ts';
import { authSessions } from '#server/db/schema/auth.ts';
import { staff } from '#server/db/schema/staff.ts';
import type { Deps } from '#server/deps.ts';
import { openJobs } from '#server/jobs/run-jobs.ts';
import { openCookieJar } from './cookie-jar.ts';
import { emptyClinic, loadDatabase } from './database.ts';
import { demoDeps } from './demo-deps.ts';
import type { DemoSettings } from './demo-settings.ts';
import { moveToThisWeek } from './move-to-this-week.ts';

const SIGN_IN_MS = 14 * 60 * 60 * 1000;

/** The cookie the server's accounts look for. */
const COOKIE = 'mesodesk.session_token';

/** A clinic's server with one desk before it. */
export type DemoClinic = {
  /** Answers a request of the desk, with the desk's cookies. */
  answer: (request: Request) => Promise<Response>;
  /** Signs a member of staff in without a password; null, or a stranger, signs out. */
  signInAs: (staffId: string | null) => Promise<void>;
  /** Who is signed in at the desk. */
  whoIs: () => Promise<string | null>;
};

/** A request as a browser at the desk would send it over the wire. */
function overTheWire(request: Request, cookie: string | undefined): Request {
  const { host, origin } = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.set('host', host);
  if (request.method !== 'GET' && request.method !== 'HEAD') headers.set('origin', origin);
  if (cookie !== undefined) headers.set('cookie', cookie);
  return new Request(request, { headers });
}

/** Opens the clinic of a snapshot; `origin` is the address its desk is used at. */
export async function openDemoClinic(
  snapshot: Blob,
  clinic: DemoSettings['clinic'],
  origin: string,
): Promise<DemoClinic> {
  const { db } = await loadDatabase(snapshot);
  const deps: Deps = { ...demoDeps(db, origin), wakeJobs: () => jobs.wake() };
  const jobs = openJobs(deps);
  await (clinic === 'filled' ? moveToThisWeek(db, deps.now()) : emptyClinic(db, clinic));
  const app = createApp(deps);
  const jar = openCookieJar(deps.now);
  const cookieHeaders = () => new Headers({ cookie: jar.headerFor('/api') ?? '' });

  const signInAs = async (staffId: string | null): Promise<void> => {
    jar.take([`${COOKIE}=; Path=/; Max-Age=0`]);
    const [person] =
      staffId === null
        ? []
        : await db.select({ userId: staff.userId }).from(staff).where(eq(staff.id, staffId));
    if (!person || person.userId === null) return;
    const [now, token] = [deps.now(), deps.newSecret()];
    await db.insert(authSessions).values({
      id: deps.newId(),
      userId: person.userId,
      token,
      createdAt: now,
      updatedAt: now,
      expiresAt: new Date(now.getTime() + SIGN_IN_MS),
    });
    jar.take([`${COOKIE}=${token}.demo; Path=/; HttpOnly`]);
  };

  jobs.wake();
  return {
    signInAs,
    whoIs: async () => (await deps.accounts.whoIs(cookieHeaders()))?.actor.staffId ?? null,
    answer: async (request) => {
      const cookie = jar.headerFor(new URL(request.url).pathname);
      const response = await app.fetch(overTheWire(request, cookie), { address: 'demo' });
      jar.take(response.headers.getSetCookie());
      return response;
    },
  };
}
