import { Problem } from '#domain/shared/problem.ts';
import { type Action, type Actor, can, type Resource } from '#domain/staff/permissions.ts';
import type { Deps } from '../deps.ts';
import type { SignedIn } from '../staff/accounts.ts';

/** A create that may be repeated: the key its caller gave, and what the body was. */
export type Idempotency = { operation: string; key: string; bodyHash: string };

/** What every verb gets: the world, who acts, and which request this is. */
export type Ctx = {
  deps: Deps;
  actor: Actor;
  /** The sign-in the request came with, read when it came; none for what nobody signed in asks. */
  signedIn?: SignedIn | undefined;
  requestId: string;
  /** The name the calling desk gave itself, so that it is not told of its own changes. */
  deskId?: string | undefined;
  idempotency: Idempotency | undefined;
};

/**
 * Refuses unless the actor may do the action (to the resource).
 * @throws Problem `not_allowed`
 */
export function authorise(ctx: Ctx, action: Action, resource?: Resource): void {
  if (!can(ctx.actor, action, resource)) throw new Problem('not_allowed');
}
