import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DEMO_PASSWORD } from '#domain/demo/demo-clinic.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const root = resolve(import.meta.dirname, '../..');
// Inside the checkout, where the bundle finds the installed packages.
const bundle = join(root, `.cache/start-test-${process.pid}`);
const children: ChildProcess[] = [];
const folders: string[] = [];
let shared: string;
let dataDir: string;
let port: number;

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: 'server/main.ts',
      outDir: join(bundle, 'server'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
  mkdirSync(join(bundle, 'app'), { recursive: true });
  writeFileSync(join(bundle, 'app/index.html'), '<!doctype html><title>Mesodesk</title>');
  shared = mkdtempSync(join(tmpdir(), 'mesodesk-start-'));
});

afterAll(() => {
  for (const folder of [bundle, shared]) rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  // The cluster of the first start serves all tests that do not need an empty folder.
  dataDir = join(shared, 'data');
  port = await freePort();
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  const left = postmasterPid();
  if (left !== null && isAlive(left)) {
    process.kill(left, 'SIGQUIT');
    await vi.waitUntil(() => !isAlive(left), { timeout: 20_000 });
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

function postmasterPid(): number | null {
  const file = join(dataDir, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A server being started: what it said, and how it ended. */
type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

function start(env: Record<string, string> = {}): Started {
  const { PATH = '', HOME = '', USER = '' } = process.env;
  const child = spawn(process.execPath, [join(bundle, 'server/main.js')], {
    env: { PATH, HOME, USER, PORT: String(port), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  let said = '';
  child.stderr?.on('data', (data: Buffer) => void (said += data.toString()));
  const ended = new Promise<number | null>((done) => void child.on('close', done));
  return { child, said: () => said, ended };
}

async function untilReady(server: Started): Promise<void> {
  await vi.waitUntil(
    () => {
      if (server.child.exitCode !== null) throw new Error(`It ended: ${server.said()}`);
      return server.said().includes('Mesodesk is ready');
    },
    { timeout: 60_000, interval: 50 },
  );
}

const lines = (server: Started): string[] => server.said().trim().split('\n');

const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);

test('answers at its address; SIGTERM stops it and leaves no postmaster', async () => {
  const server = start();
  await untilReady(server);
  const health = await ask('/api/health');
  expect(await health.json()).toMatchObject({ status: 'ok' });
  expect(await (await ask('/patients')).text()).toContain('<title>Mesodesk</title>');
  expect((await (await ask('/api/setup')).json()).isSetUp).toBe(false);
  const postmaster = postmasterPid();
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(postmaster !== null && isAlive(postmaster)).toBe(false);
  expect(postmasterPid()).toBeNull();
});

test.each([
  ['PORT', { PORT: 'http' }],
  ['PORT', { PORT: '70000' }],
  ['DEMO', { DEMO: 'yes' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/clinic' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'clinic.example' }],
  ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
  ['TLS_KEY', { TLS_CERT: '/no/such/cert.pem' }],
  ['TLS_CERT', { TLS_CERT: '/no/such/cert.pem', TLS_KEY: '/no/such/key.pem' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://clinic:its-password@127.0.0.1:1/clinic' }],
])('a wrong %s stops the start with one line that names it: %j', async (name, env) => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'mesodesk-start-')), 'data');
  folders.push(join(dataDir, '..'));
  const server = start(env);
  expect(await server.ended).toBe(1);
  expect(lines(server)).toHaveLength(1);
  expect(server.said()).toContain(name);
  expect(server.said()).not.toContain('its-password');
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
});

test.each([
  [
    'PORT',
    async () => {
      const taken = createServer();
      await new Promise<void>((done) => void taken.listen(port, '127.0.0.1', done));
      return { env: {}, free: () => new Promise((done) => taken.close(done)) };
    },
  ],
  ['HOST', async () => ({ env: { HOST: '192.0.2.1' }, free: async () => undefined })],
])(
  'a %s that cannot be listened at stops the database again and ends with one line',
  async (name, arrange) => {
    const { env, free } = await arrange();
    const server = start(env);
    expect(await server.ended).toBe(1);
    expect(lines(server).at(-1)).toMatch(new RegExp(`^${name} `));
    expect(server.said()).not.toMatch(/\n\s+at /);
    expect(postmasterPid()).toBeNull();
    await free();
  },
);

test('a second start on the same folder is refused, and the first goes on', async () => {
  const first = start();
  await untilReady(first);
  const second = start({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(lines(second)).toHaveLength(1);
  expect(second.said()).toContain(dataDir);
  expect((await ask('/api/health')).status).toBe(200);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
});

test.each([0, 300, 900, 1500])(
  'a signal %i ms into the start leaves nothing running',
  async (ms) => {
    const server = start();
    await new Promise((done) => setTimeout(done, ms));
    server.child.kill('SIGTERM');
    // Before the program has begun nobody listens to the signal, and nothing is open.
    expect([0, null]).toContain(await server.ended);
    const left = postmasterPid();
    expect(left !== null && isAlive(left)).toBe(false);
  },
);

test('a signal while the database is being made leaves nothing running, and the next start goes through', async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'mesodesk-start-')), 'data');
  folders.push(join(dataDir, '..'));
  const server = start();
  await vi.waitUntil(() => server.said().includes('Making a new database'), { timeout: 30_000 });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(postmasterPid()).toBeNull();
  const again = start();
  await untilReady(again);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
});

const patient = (number: number) => ({
  clinicNumber: null,
  familyName: `Kept ${number}`,
  givenName: 'Row',
  birthDate: null,
  sexAtBirth: 'not_recorded',
  phone: null,
  email: null,
  contactPreference: 'not_recorded',
  language: null,
  referralSource: null,
  notes: '',
});

async function signIn(): Promise<string> {
  const answer = await ask('/api/auth/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'reception@demo.clinic', password: DEMO_PASSWORD }),
  });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const create = (number: number, cookie: string) =>
  ask('/api/patients', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie,
      'idempotency-key': `kept-row-${number}`,
    },
    body: JSON.stringify(patient(number)),
    signal: AbortSignal.timeout(10_000),
  });

test('kill -9 of server and database during writes loses no acknowledged write, and doubles none', async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'mesodesk-start-')), 'data');
  folders.push(join(dataDir, '..'));
  const acknowledged = new Map<number, string>();
  const unanswered = new Set<number>();
  let next = 0;
  let server = start({ DEMO: '1' });
  await untilReady(server);
  const cookie = await signIn();

  const writeUntil = async (isOver: () => boolean): Promise<void> => {
    const writer = async () => {
      while (!isOver()) {
        const number = (next += 1);
        try {
          const answer = await create(number, cookie);
          if (answer.status === 201) acknowledged.set(number, (await answer.json()).id);
          else unanswered.add(number);
        } catch {
          unanswered.add(number);
        }
      }
    };
    await Promise.all([writer(), writer(), writer(), writer()]);
  };

  for (const victims of ['database', 'server', 'both'] as const) {
    const before = acknowledged.size;
    let isOver = false;
    const writing = writeUntil(() => isOver);
    await vi.waitUntil(() => acknowledged.size >= before + 25, { timeout: 40_000, interval: 5 });
    const postmaster = postmasterPid();
    if (victims !== 'database') server.child.kill('SIGKILL');
    if (victims !== 'server' && postmaster !== null) process.kill(postmaster, 'SIGKILL');
    isOver = true;
    await writing;
    if (victims === 'database') {
      // The server is there still and has the database started again.
      await vi.waitUntil(async () => (await ask('/api/health')).status === 200, {
        timeout: 40_000,
        interval: 200,
      });
      continue;
    }
    await server.ended;
    server = start();
    await untilReady(server);
  }

  for (const [number, id] of acknowledged) {
    const answer = await ask(`/api/patients/${id}`, { headers: { cookie } });
    expect(answer.status).toBe(200);
    expect((await answer.json()).familyName).toBe(`Kept ${number}`);
  }
  // Whoever got no answer asks again with the same key: it is done once, whether or not it was done before.
  for (const number of unanswered) expect((await create(number, cookie)).status).toBe(201);
  const list = await ask('/api/patients?q=Kept&limit=1&total=yes', { headers: { cookie } });
  expect((await list.json()).total).toBe(acknowledged.size + unanswered.size);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});
