import type * as z from 'zod/mini';
import type { SetupRequest } from '#domain/clinic/clinic.ts';
import type { linkAcceptance, signInRequest } from '#domain/staff/me.ts';
import { answered, api } from '#src/lib/api.ts';

/** Set from locking on screen until the server knows of it. */
const LOCKING = 'desk-is-locking';

/** Signs in at this desk. */
export function signIn(values: z.output<typeof signInRequest>) {
  sessionStorage.removeItem(LOCKING);
  return answered(api.auth['sign-in'].$post({ json: values }));
}

/** Ends the sign-in at this desk. */
export const signOut = () => answered(api.auth['sign-out'].$post({}));

/** Locks this desk on the server; the request outlives the page. */
export async function lockDesk(): Promise<void> {
  sessionStorage.setItem(LOCKING, 'yes');
  await answered(api.auth.lock.$post({}, { init: { keepalive: true } }));
  sessionStorage.removeItem(LOCKING);
}

/** Locks what a reload cut short: a desk that was locked on screen never comes back open. */
export async function finishLocking(): Promise<void> {
  if (sessionStorage.getItem(LOCKING) !== null) await lockDesk();
}

/** Opens a locked desk. */
export const unlockDesk = (password: string) =>
  answered(api.auth.unlock.$post({ json: { password } }));

/** Chooses a password with a link. */
export const acceptLink = (values: z.output<typeof linkAcceptance>) =>
  answered(api.auth['accept-link'].$post({ json: values }));

/** First run: makes the clinic. */
export const setUpClinic = (values: SetupRequest) => answered(api.setup.$post({ json: values }));

/** First run: fills the empty database with the demo clinic. */
export const fillDemo = () => answered(api.setup.demo.$post({}));
