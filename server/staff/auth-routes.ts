import { Hono } from 'hono';
import type { Context } from 'hono';
import {
  done,
  linkAcceptance,
  linkAnswer,
  linkRequest,
  passwordChange,
  signInRequest,
  unlockRequest,
} from '#domain/staff/me.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import {
  acceptLink,
  changePassword,
  lockDesk,
  openLink,
  signIn,
  signOut,
  signOutEverywhere,
  unlockDesk,
} from './sign-in.ts';

const DONE = { done: true } as const;
const LINK_SECRET = 'the-secret-of-a-link-in-this-clinic';

function setCookies(http: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) http.header('set-cookie', cookie, { append: true });
}

export const authRoutes = new Hono<AppEnv>()
  .post(
    '/sign-in',
    operation(
      {
        id: 'signIn',
        summary: 'Sign in with e-mail and password',
        access: 'anyone',
        body: signInRequest,
        example: { email: 'reception@demo.clinic', password: 'demo-clinic' },
        response: done,
      },
      async ({ ctx, body, http }) => {
        setCookies(http, await signIn(ctx, body, http.var.address));
        return DONE;
      },
    ),
  )
  .post(
    '/sign-out',
    operation(
      { id: 'signOut', summary: 'Sign out on this device', access: 'locked', response: done },
      async ({ ctx, http }) => {
        setCookies(http, await signOut(ctx, http.req.raw.headers));
        return DONE;
      },
    ),
  )
  .post(
    '/sign-out-everywhere',
    operation(
      {
        id: 'signOutEverywhere',
        summary: 'Sign out on every device',
        access: 'signed-in',
        response: done,
      },
      async ({ ctx, http }) => {
        await signOutEverywhere(ctx, http.req.raw.headers);
        return DONE;
      },
    ),
  )
  .post(
    '/change-password',
    operation(
      {
        id: 'changePassword',
        summary: 'Change one’s own password; every other sign-in ends',
        access: 'signed-in',
        body: passwordChange,
        example: { current: 'demo-clinic', next: 'a longer password' },
        response: done,
      },
      async ({ ctx, body, http }) => {
        await changePassword(ctx, http.req.raw.headers, body);
        return DONE;
      },
    ),
  )
  .post(
    '/lock',
    operation(
      { id: 'lockDesk', summary: 'Lock this desk', access: 'locked', response: done },
      async ({ ctx, http }) => {
        await lockDesk(ctx, http.req.raw.headers);
        return DONE;
      },
    ),
  )
  .post(
    '/unlock',
    operation(
      {
        id: 'unlockDesk',
        summary: 'Open a locked desk with one’s password',
        access: 'locked',
        body: unlockRequest,
        example: { password: 'demo-clinic' },
        response: done,
      },
      async ({ ctx, body, http }) => {
        await unlockDesk(ctx, http.req.raw.headers, body.password);
        return DONE;
      },
    ),
  )
  .post(
    '/open-link',
    operation(
      {
        id: 'openLink',
        summary: 'Whom an invitation or reset link is for',
        access: 'anyone',
        body: linkRequest,
        example: { secret: LINK_SECRET },
        response: linkAnswer,
      },
      ({ ctx, body }) => openLink(ctx, body),
    ),
  )
  .post(
    '/accept-link',
    operation(
      {
        id: 'acceptLink',
        summary: 'Choose a password with a link',
        access: 'anyone',
        body: linkAcceptance,
        example: { secret: LINK_SECRET, password: 'a long password' },
        response: linkAnswer,
      },
      ({ ctx, body }) => acceptLink(ctx, body),
    ),
  );
