import {
  type FromClinic,
  plainResponse,
  type PlainRequest,
  type ToClinic,
} from './clinic-messages.ts';
import { type DemoClinic, openDemoClinic } from './demo-clinic.ts';
import { SNAPSHOT_PATH } from './demo-paths.ts';
import { becomeServerRealm } from './server-realm.ts';

becomeServerRealm();

/** Fetched at once, beside the engine: what to do with it is told by the first message. */
const snapshot = (async (): Promise<Blob> => {
  const response = await fetch(SNAPSHOT_PATH, { cache: 'no-cache' });
  if (!response.ok || !response.body)
    throw new Error(`The demo clinic was not found: ${SNAPSHOT_PATH} answered ${response.status}.`);
  return await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).blob();
})();

/** Requests that may change who is signed in. */
const SIGNS_IN_OR_OUT = /^\/api\/(auth|setup)(\/|$)/;

let clinic: Promise<DemoClinic> | undefined;

async function answer(demo: DemoClinic, plain: PlainRequest): Promise<FromClinic> {
  const { url, ...init } = plain;
  const response = await plainResponse(await demo.answer(new Request(url, init)));
  return SIGNS_IN_OR_OUT.test(new URL(url).pathname)
    ? { response, staffId: await demo.whoIs() }
    : { response };
}

async function handle(message: ToClinic): Promise<FromClinic> {
  if (message.kind === 'open')
    clinic ??= (async () => {
      const demo = await openDemoClinic(await snapshot, message.clinic, location.origin);
      await demo.signInAs(message.staffId);
      return demo;
    })();
  if (!clinic) throw new Error('The demo clinic was asked before it was opened.');
  const demo = await clinic;
  if (message.kind === 'request') return await answer(demo, message.request);
  if (message.kind === 'sign-in') await demo.signInAs(message.staffId);
  return { staffId: await demo.whoIs() };
}

addEventListener('message', (event: MessageEvent<ToClinic>) => {
  const [port] = event.ports;
  void handle(event.data)
    .catch((error: unknown): FromClinic => ({ failure: String(error) }))
    .then((answered) => {
      const body = 'response' in answered ? answered.response?.body : null;
      port?.postMessage(answered, body ? [body] : []);
    });
});
