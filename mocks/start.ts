import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { type ProblemDetails, PROBLEMS } from '#domain/shared/problem.ts';
import { followApiLinks } from './api-links.ts';
import { openClinic, type ClinicClient } from './clinic-client.ts';
import { SERVICE_WORKER_PATH } from './demo-paths.ts';
import { withoutSettings } from './demo-settings.ts';
import { fateOf } from './faults.ts';
import { saveFirst } from './other-desk.ts';
import { showPanel } from './panel.tsx';
import { openSettings, type SettingsStore } from './settings-store.ts';

/** A version that no record has: the change then meets a record that has moved on. */
const NO_VERSION = '"999999999"';

/** The answer of a server on which something unforeseen happened. */
function failedResponse(requestId: string): Response {
  const { status, title } = PROBLEMS.unexpected;
  const body: ProblemDetails = {
    type: '/api/docs#problem-unexpected',
    title,
    status,
    code: 'unexpected',
    requestId,
  };
  return HttpResponse.json(body, {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** Hands a request to the clinic, through whatever is set to go wrong. */
async function answer(
  clinic: ClinicClient,
  settings: SettingsStore,
  request: Request,
  requestId: string,
): Promise<Response> {
  const faults = settings.get();
  // Each tab has a clinic of its own: there is no other desk to hear from. 204 ends the asking.
  if (new URL(request.url).pathname === '/api/events') return new Response(null, { status: 204 });
  if (faults.latency > 0) await new Promise((resolve) => setTimeout(resolve, faults.latency));
  const target = {
    path: new URL(request.url).pathname,
    isVersioned: request.headers.has('if-match'),
  };
  const fate = fateOf(settings.get(), target, Math.random());
  if (fate === 'unreachable') return HttpResponse.error();
  if (fate === 'failed') return failedResponse(requestId);
  if (fate === 'answered') return await clinic.answer(request);
  settings.change({ hasConflict: false });
  if (await saveFirst(clinic.answer, request)) return await clinic.answer(request);
  const headers = new Headers(request.headers);
  headers.set('if-match', NO_VERSION);
  return await clinic.answer(new Request(request, { headers }));
}

/**
 * Puts the clinic's own API, on a database in this tab, before every request to `/api`, and shows
 * the demo's controls. `onPersonChanged` is called when they have signed someone else in.
 */
export async function startMocks(onPersonChanged: () => Promise<void>): Promise<void> {
  const settings = openSettings(location.search, sessionStorage);
  const { pathname, search, hash } = location;
  if (withoutSettings(search) !== search)
    history.replaceState(history.state, '', `${pathname}${withoutSettings(search)}${hash}`);
  const clinic = openClinic(settings.get(), (staffId) => settings.change({ staffId }));
  await setupWorker(
    http.all('/api/*', ({ request, requestId }) => answer(clinic, settings, request, requestId)),
  ).start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: SERVICE_WORKER_PATH },
  });
  followApiLinks();
  showPanel(settings, async (staffId) => {
    await clinic.signInAs(staffId);
    await onPersonChanged();
  });
}
