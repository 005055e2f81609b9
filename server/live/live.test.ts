import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newPatient } from '#tests/support/factories.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { changesOf } from './changes.ts';

const DESK = 'desk-of-a-test';

let clinic: TestClinic;
let readers: ReadableStreamDefaultReader<Uint8Array>[] = [];

beforeEach(async () => {
  clinic = await openTestClinic();
});

afterEach(async () => {
  for (const reader of readers) await reader.cancel();
  readers = [];
  vi.useRealTimers();
});

/** Opens the stream as one person; answers a function that waits for the next piece of text. */
async function lookOn(who: 'receptionist' | 'practitioner', desk?: string) {
  const cookie = await clinic.cookieOf(who);
  const response = await clinic.app.request(
    `http://clinic.test/api/events${desk === undefined ? '' : `?desk=${desk}`}`,
    { headers: { accept: 'text/event-stream', cookie } },
  );
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.getReader();
  if (!reader) throw new Error('The stream has no body.');
  readers.push(reader);
  return async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
}

test('another desk is told which area changed and whose record, and nothing of what it says', async () => {
  const next = await lookOn('receptionist');
  expect(await next()).toBe('retry: 2000\n\n');
  const reception = await clinic.as('receptionist');
  const made = await reception('POST', '/api/patients', newPatient());
  expect(await next()).toBe(
    `data: ${JSON.stringify([{ area: 'patients', patientId: made.body.id }])}\n\n`,
  );
});

test('a desk is not told of its own changes', async () => {
  const next = await lookOn('receptionist', DESK);
  await next();
  const reception = await clinic.as('receptionist');
  await reception('POST', '/api/patients', newPatient(), { 'x-desk': DESK });
  const second = await reception('POST', '/api/patients', newPatient());
  expect(await next()).toContain(second.body.id);
});

test('reception is told of nothing clinical', async () => {
  const next = await lookOn('receptionist');
  await next();
  clinic.deps.changes.tell({
    deskId: null,
    changes: [
      { area: 'sessions', patientId: null },
      { area: 'side-effects', patientId: null },
      { area: 'screening', patientId: null },
    ],
  });
  clinic.deps.changes.tell({ deskId: null, changes: [{ area: 'appointments', patientId: null }] });
  expect(await next()).toBe('data: [{"area":"appointments","patientId":null}]\n\n');
});

test('the stream ends when the desk is locked', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const cookie = await clinic.cookieOf('receptionist');
  const response = await clinic.app.request('http://clinic.test/api/events', {
    headers: { accept: 'text/event-stream', cookie },
  });
  await clinic.app.request('http://clinic.test/api/auth/lock', {
    method: 'POST',
    headers: { cookie },
  });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await response.text()).toBe('retry: 2000\n\n');
});

test('a desk that goes while the server asks who it is breaks nothing', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  const cookie = await clinic.cookieOf('receptionist');
  const response = await clinic.app.request('http://clinic.test/api/events', {
    headers: { accept: 'text/event-stream', cookie },
  });
  const asked = vi.spyOn(clinic.deps.accounts, 'whoIs');
  vi.advanceTimersByTime(20_000);
  expect(asked).toHaveBeenCalledOnce();
  await response.body?.cancel();
  await asked.mock.results[0]?.value;
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off('unhandledRejection', note);
  asked.mockRestore();
  expect(unhandled).toEqual([]);
});

test('the stream ends when the server stops', async () => {
  const cookie = await clinic.cookieOf('receptionist');
  const response = await clinic.app.request('http://clinic.test/api/events', {
    headers: { accept: 'text/event-stream', cookie },
  });
  clinic.deps.changes.end();
  expect(await response.text()).toBe('retry: 2000\n\n');
});

test('whoever does not take a stream is told so', async () => {
  const reception = await clinic.as('receptionist');
  const answer = await reception('GET', '/api/events');
  expect([answer.status, answer.body.code]).toEqual([406, 'not_acceptable']);
});

test('reads are not told, and many patients at once are told as none in particular', () => {
  expect(changesOf([{ act: 'patients.read-chart', patientId: 'a' }])).toEqual([]);
  expect(changesOf([{ act: 'desk.lock' }])).toEqual([]);
  const many = Array.from({ length: 9 }, (_, at) => ({
    act: 'patients.create',
    patientId: String(at),
  }));
  expect(changesOf(many)).toEqual([{ area: 'patients', patientId: null }]);
});
