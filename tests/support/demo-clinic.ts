import { eq } from 'drizzle-orm';
import { authSessions } from '#server/db/schema/auth.ts';
import { staff } from '#server/db/schema/staff.ts';
import type { Database } from '#server/db/database.ts';
import { fillWithDemo } from '#server/demo/fill-with-demo.ts';
import { type Client, openTestClinic, type TestClinic, testId } from './test-clinic.ts';

/** The demo clinic in a database of its own, with its made-up staff to act as. */
export type DemoTestClinic = TestClinic & {
  /** Sends requests as one of the demo clinic's staff, by id. */
  asStaff: (staffId: string) => Promise<Client>;
};

/** Signs a member of staff in without a password; answers the cookie. */
export async function signInAs(db: Database, staffId: string): Promise<string> {
  const [person] = await db.select().from(staff).where(eq(staff.id, staffId));
  if (!person?.userId) throw new Error(`Nobody with an account has the id ${staffId}.`);
  const [token, now] = [`token-${testId()}`, new Date()];
  await db.insert(authSessions).values({
    id: testId(),
    userId: person.userId,
    token,
    expiresAt: new Date(now.getTime() + 3_600_000),
    createdAt: now,
    updatedAt: now,
  });
  return `mesodesk.session_token=${token}.signature`;
}

/** Opens the demo clinic as it stands on the test clock: Wednesday 10 June 2026, 10:30. */
export async function openDemoClinic(): Promise<DemoTestClinic> {
  const clinic = await openTestClinic({ isSetUp: false });
  await fillWithDemo(clinic.deps);
  return {
    ...clinic,
    asStaff: async (staffId) => {
      const cookie = await signInAs(clinic.db, staffId);
      return (method, path, body, headers = {}) =>
        clinic.send(
          new Request(`http://clinic.test${path}`, {
            method,
            headers: {
              cookie,
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
              ...headers,
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          }),
        );
    },
  };
}
