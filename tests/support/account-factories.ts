import type { Role } from '#domain/staff/permissions.ts';
import type { Answer, TestClinic } from './test-clinic.ts';

/** The password of accounts made for tests. */
export const TEST_PASSWORD = 'a password of tests';

/** Someone with an account, as a test knows them. */
export type TestAccount = { id: string; email: string };

/** What a request at the door may carry. */
export type Knock = {
  body?: unknown;
  cookie?: string;
  address?: string;
  headers?: Record<string, string>;
  method?: string;
};

/** Sends one request as a browser with this cookie would, from this address. */
export async function knock(clinic: TestClinic, path: string, given: Knock = {}): Promise<Answer> {
  const method = given.method ?? 'POST';
  return await clinic.send(
    new Request(`http://clinic.test${path}`, {
      method,
      headers: {
        ...(given.cookie === undefined ? {} : { cookie: given.cookie }),
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...given.headers,
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    }),
    given.address ?? '203.0.113.10',
  );
}

/** The cookies an answer sets, as a browser would send them back. */
export const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');

/** The secret of a link's path. */
export const secretOf = (path: string): string => path.replace('/join/', '');

/** Invites someone and accepts the link for them. */
export async function addAccount(
  clinic: TestClinic,
  name: string,
  roles: Role[] = ['receptionist'],
  more: { isOwner?: boolean; isPrescriber?: boolean } = {},
): Promise<TestAccount> {
  const email = `${name.toLowerCase()}@clinic.example`;
  const owner = await clinic.as('owner');
  const invited = await owner('POST', '/api/staff', {
    name,
    email,
    roles,
    isPrescriber: false,
    isOwner: false,
    ...more,
  });
  if (invited.status !== 201) throw new Error(`Inviting answered ${invited.text}`);
  const accepted = await knock(clinic, '/api/auth/accept-link', {
    body: { secret: secretOf(invited.body.path), password: TEST_PASSWORD },
  });
  if (accepted.status !== 200) throw new Error(`Accepting answered ${accepted.text}`);
  return { id: invited.body.staff.id, email };
}

/** Signs in and answers the cookie. */
export async function signInAs(
  clinic: TestClinic,
  email: string,
  password = TEST_PASSWORD,
): Promise<string> {
  const answer = await knock(clinic, '/api/auth/sign-in', { body: { email, password } });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.text}`);
  return cookieOf(answer);
}
