import { createApp } from '#server/app.ts';
import type { Database } from '#server/db/database.ts';
import { authSessions, authUsers } from '#server/db/schema/auth.ts';
import { clinic } from '#server/db/schema/clinic.ts';
import { staff } from '#server/db/schema/staff.ts';
import type { Deps } from '#server/deps.ts';
import { openChanges } from '#server/live/changes.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import type { Role } from '#domain/staff/permissions.ts';
import { emptyDatabase, testDatabase } from './test-database.ts';

const OPEN = [{ from: '09:00', to: '18:00' }];

/** What an answer of the API looks like to a test. */
export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  /** Tests read answers of every shape, as JSON.parse gives them. */
  body: ReturnType<typeof JSON.parse>;
};

/** Sends requests as one person. */
export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** A kind of person to act as. */
export type Who = 'nobody' | Role | 'owner' | 'prescriber' | 'practitioner-two';

const PEOPLE: Record<
  Exclude<Who, 'nobody'>,
  { roles: Role[]; isPrescriber: boolean; isOwner: boolean }
> = {
  receptionist: { roles: ['receptionist'], isPrescriber: false, isOwner: false },
  practitioner: { roles: ['practitioner'], isPrescriber: false, isOwner: false },
  'practitioner-two': { roles: ['practitioner'], isPrescriber: false, isOwner: false },
  prescriber: { roles: ['practitioner'], isPrescriber: true, isOwner: false },
  manager: { roles: ['manager'], isPrescriber: false, isOwner: false },
  owner: { roles: ['manager'], isPrescriber: false, isOwner: true },
};

/** A clinic of its own for one test: an empty database, a clock to turn, people to act as. */
export type TestClinic = {
  app: ReturnType<typeof createApp>;
  db: Database;
  deps: Deps;
  clock: { now: Date };
  /** Turns the clock by which sign-ins end; they begin on the real one. */
  turnAccountsClock: (ms: number) => void;
  logged: { level: string; message: string; facts: Record<string, unknown> }[];
  as: (who: Who) => Promise<Client>;
  /** Sends a request as it stands, from an address of its own. */
  send: (request: Request, address?: string) => Promise<Answer>;
  staffId: (who: Exclude<Who, 'nobody'>) => Promise<string>;
  /** The cookie of a person, for requests made by hand. */
  cookieOf: (who: Exclude<Who, 'nobody'>) => Promise<string>;
};

let ids = 0;
/** A UUID that counts up, so that tests can be read. */
export function testId(): string {
  ids += 1;
  return `00000000-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`;
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : null,
  };
}

/** What a test may change of its clinic. */
export type TestClinicOptions = {
  /** False leaves the database as before the first run. */
  isSetUp?: boolean;
  /** Tries to sign in per address and minute. */
  triesPerMinute?: number;
  /** The address people use. */
  publicUrl?: string;
};

/** Opens a clinic on an empty database. */
export async function openTestClinic(options: TestClinicOptions = {}): Promise<TestClinic> {
  const db = await testDatabase();
  await emptyDatabase(db);
  const clock = { now: new Date('2026-06-10T09:30:00.000Z') };
  const logged: TestClinic['logged'] = [];
  const now = () => clock.now;
  let accountsClockMs = 0;
  const deps: Deps = {
    db,
    now,
    newId: testId,
    newSecret: () => `secret-of-a-test-${testId()}`,
    accounts: openAccounts({
      db,
      now: () => new Date(Date.now() + accountsClockMs),
      secret: 'a secret that only tests know, long enough',
      publicUrl: options.publicUrl ?? 'http://clinic.test',
      triesPerMinute: options.triesPerMinute ?? 1000,
    }),
    wakeJobs: () => undefined,
    changes: openChanges(),
    log: (level, message, facts) => logged.push({ level, message, facts }),
    build: 'test',
  };
  const app = createApp(deps);
  if (options.isSetUp !== false)
    await db.insert(clinic).values({
      id: testId(),
      createdAt: clock.now,
      updatedAt: clock.now,
      name: 'Test clinic',
      timeZone: 'Europe/Lisbon',
      country: 'PT',
      hours: {
        monday: OPEN,
        tuesday: OPEN,
        wednesday: OPEN,
        thursday: OPEN,
        friday: OPEN,
        saturday: [],
        sunday: [],
      },
      rooms: [{ id: testId(), name: 'Room 1' }],
      idleLockMinutes: 10,
      isDemo: false,
    });

  const people = new Map<Who, { staffId: string; cookie: string }>();
  const person = async (who: Exclude<Who, 'nobody'>) => {
    const known = people.get(who);
    if (known) return known;
    const [userId, staffId, token] = [testId(), testId(), `token-of-${who}-${testId()}`];
    const at = clock.now;
    const stamps = { createdAt: at, updatedAt: at };
    await db.insert(authUsers).values({
      id: userId,
      name: who,
      email: `${who}@test.clinic`,
      emailVerified: false,
      ...stamps,
    });
    await db.insert(staff).values({
      id: staffId,
      userId,
      name: `The ${who}`,
      email: `${who}@test.clinic`,
      isActive: true,
      ...PEOPLE[who],
      ...stamps,
    });
    await db.insert(authSessions).values({
      id: testId(),
      userId,
      token,
      expiresAt: new Date(Date.now() + 3_600_000),
      ...stamps,
    });
    const made = { staffId, cookie: `mesodesk.session_token=${token}.signature` };
    people.set(who, made);
    return made;
  };

  return {
    app,
    db,
    deps,
    clock,
    logged,
    turnAccountsClock: (ms) => {
      accountsClockMs += ms;
    },
    send: async (request, address) =>
      await read(await app.fetch(request, address === undefined ? {} : { address })),
    staffId: async (who) => (await person(who)).staffId,
    cookieOf: async (who) => (await person(who)).cookie,
    as: async (who) => {
      const cookie = who === 'nobody' ? undefined : (await person(who)).cookie;
      return async (method, path, body, headers = {}) => {
        const isText = typeof body === 'string' || body instanceof Uint8Array;
        const request = new Request(`http://clinic.test${path}`, {
          method,
          headers: {
            ...(cookie === undefined ? {} : { cookie }),
            ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined
            ? {}
            : { body: isText ? (body as BodyInit) : JSON.stringify(body) }),
        });
        return await read(await app.fetch(request));
      };
    },
  };
}
