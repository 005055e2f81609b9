import type { LiveChanges } from '#domain/live/live-change.ts';
import { mayKnow } from '#domain/live/live-change.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Ctx } from '../http/context.ts';

/** Shorter than the silence after which proxies cut a connection. */
const BEAT_MS = 20_000;
const RETRY_MS = 2_000;

/**
 * The stream of what changes while a desk looks on: `data:` lines, each the changes of one
 * transaction this person may know of, without those the desk made itself. It ends when the
 * sign-in does or the desk is locked; the browser then asks again and is refused.
 * @throws Problem `not_acceptable` when the caller does not take an event stream
 */
export function streamChanges(ctx: Ctx, headers: Headers, deskId: string | undefined): Response {
  if (!(headers.get('accept') ?? '').includes('text/event-stream'))
    throw new Problem('not_acceptable');
  const { changes, accounts } = ctx.deps;
  const encoder = new TextEncoder();
  let isOpen = true;
  let close = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      // The desk may have gone while the server asked who it is.
      const send = (text: string): void => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const tell = (told: LiveChanges): void => {
        if (deskId !== undefined && told.deskId === deskId) return;
        const known = told.changes.filter(({ area }) => mayKnow(ctx.actor, area));
        if (known.length > 0) send(`data: ${JSON.stringify(known)}\n\n`);
      };
      const end = (): void => {
        if (!isOpen) return;
        close();
        controller.close();
      };
      const stop = changes.listen(tell, end);
      const beat = setInterval(() => {
        accounts.whoIs(headers).then(
          (signedIn) => {
            if (signedIn && !signedIn.isLocked) send(': still here\n\n');
            else end();
          },
          () => end(),
        );
      }, BEAT_MS);
      close = () => {
        isOpen = false;
        clearInterval(beat);
        stop();
      };
      send(`retry: ${RETRY_MS}\n\n`);
    },
    cancel: () => close(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
