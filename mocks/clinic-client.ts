import { type FromClinic, plainRequest, responseFrom, type ToClinic } from './clinic-messages.ts';
import type { DemoSettings } from './demo-settings.ts';

/** The clinic in the worker, as the page sees it. */
export type ClinicClient = {
  answer: (request: Request) => Promise<Response>;
  signInAs: (staffId: string | null) => Promise<void>;
};

/** Starts the worker and opens its clinic. `onStaff` hears who is signed in whenever that may have changed. */
export function openClinic(
  settings: DemoSettings,
  onStaff: (staffId: string | null) => void,
): ClinicClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

  const ask = (message: ToClinic, transfer: Transferable[] = []) =>
    new Promise<Exclude<FromClinic, { failure: string }>>((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', ({ data }: MessageEvent<FromClinic>) => {
        port1.close();
        if ('failure' in data) reject(new Error(data.failure));
        else resolve(data);
      });
      port1.start();
      worker.postMessage(message, [port2, ...transfer]);
    });

  const signedIn = (answered: { staffId?: string | null }): void => {
    if (answered.staffId !== undefined) onStaff(answered.staffId);
  };

  ask({ kind: 'open', clinic: settings.clinic, staffId: settings.staffId }).then(
    signedIn,
    // oxlint-disable-next-line no-console -- a demo that cannot open says why in the console
    (error: unknown) => console.error(error),
  );

  return {
    signInAs: async (staffId) => signedIn(await ask({ kind: 'sign-in', staffId })),
    answer: async (request) => {
      const plain = await plainRequest(request);
      const answered = await ask(
        { kind: 'request', request: plain },
        plain.body ? [plain.body] : [],
      );
      signedIn(answered);
      if (!answered.response) throw new Error('The demo clinic left a request unanswered.');
      return responseFrom(answered.response);
    },
  };
}
