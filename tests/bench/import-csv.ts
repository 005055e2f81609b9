import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { DEMO_PASSWORD } from '#domain/demo/demo-clinic.ts';
import type { PatientImport } from '#domain/imports/patient-import.ts';
import { startEmbeddedPostgres } from '#server/adapters/embedded-postgres.ts';
import { openPostgres } from '#server/adapters/postgres.ts';
import { createApp } from '#server/app.ts';
import { migrate } from '#server/db/migrate.ts';
import { fillWithDemo } from '#server/demo/fill-with-demo.ts';
import type { Deps } from '#server/deps.ts';
import { openJobs } from '#server/jobs/run-jobs.ts';
import { openChanges } from '#server/live/changes.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import { uuidV7 } from '#server/uuid-v7.ts';
import { makeMessyCsv } from '#tests/support/messy-csv.ts';

const ORIGIN = 'http://clinic.test';
const CHUNK = 65_536;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const rows = Number(process.argv[2] ?? 50_000);
const { bytes, oracle } = makeMessyCsv({
  rows,
  seed: 17,
  encoding: 'utf-8-bom',
  delimiter: ';',
  dateForm: 'day-first',
  lineEnd: '\r\n',
});

const dataDir = await mkdtemp(join(tmpdir(), 'mesodesk-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir });
const { db, close } = openPostgres(postgres.url);
await migrate(db);
const now = () => new Date();
const deps: Deps = {
  db,
  now,
  newId: () => uuidV7(now(), randomBytes(10)),
  newSecret: () => randomBytes(32).toString('base64url'),
  accounts: openAccounts({
    db,
    now,
    secret: randomBytes(32).toString('hex'),
    publicUrl: ORIGIN,
    triesPerMinute: 100,
  }),
  wakeJobs: () => jobs.wake(),
  changes: openChanges(),
  log: (level, message, facts) => {
    if (level === 'error') say(`${message} ${JSON.stringify(facts)}`);
  },
  build: 'bench',
};
const jobs = openJobs(deps);
const app = createApp(deps);
await fillWithDemo(deps);

let cookie = '';
type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

async function send(method: string, path: string, init: Init = {}) {
  const headers = { cookie, ...init.headers };
  const answer = await app.fetch(new Request(`${ORIGIN}${path}`, { ...init, method, headers }));
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
const read = async (id: string): Promise<PatientImport> =>
  (await (await send('GET', `/api/patients/imports/${id}`)).json()) as PatientImport;

const signedIn = await send('POST', '/api/auth/sign-in', {
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: 'reception@demo.clinic', password: DEMO_PASSWORD }),
});
cookie = signedIn.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');

let highestRss = 0;
const sampler = setInterval(() => {
  highestRss = Math.max(highestRss, process.memoryUsage.rss());
}, 50);
globalThis.gc?.();
const restingRss = process.memoryUsage.rss();

/** Times a phase, with the longest stall of the event loop and the slowest of other requests in it. */
async function measure<T>(name: string, count: number, work: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const others: number[] = [];
  let isOver = false;
  const probe = (async () => {
    while (!isOver) {
      const began = performance.now();
      await (await send('GET', '/api/patients?limit=50')).text();
      others.push(performance.now() - began);
      await wait(50);
    }
  })();
  delay.enable();
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const answer = await work();
  const seconds = (performance.now() - began) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  delay.disable();
  isOver = true;
  await probe;
  others.sort((a, b) => a - b);
  const slow = others[Math.floor(others.length * 0.99)] ?? 0;
  say(
    [
      name.padEnd(8),
      `${seconds.toFixed(1)} s`,
      `of it ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s CPU in this process`,
      `${Math.round(count / seconds).toLocaleString('en')} rows/s`,
      `event loop p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, max ${(delay.max / 1e6).toFixed(0)} ms`,
      `list of 50 beside it p99 ${slow.toFixed(0)} ms of ${others.length}`,
    ].join('  '),
  );
  return answer;
}

async function untilIdle(id: string): Promise<PatientImport> {
  for (;;) {
    const one = await read(id);
    if (one.status !== 'checking' && one.status !== 'running') return one;
    await wait(100);
  }
}

async function importFile(): Promise<PatientImport> {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + CHUNK));
      at += CHUNK;
    },
  });
  const uploaded = await measure('upload', rows, async () => {
    const answer = await send('POST', '/api/patients/imports?fileName=messy.csv', {
      headers: { 'content-type': 'text/csv' },
      body,
      duplex: 'half',
    } as Init);
    return (await answer.json()) as PatientImport;
  });
  const checked = await measure('dry run', rows, async () => {
    await send('PUT', `/api/patients/imports/${uploaded.id}/mapping`, {
      headers: { 'content-type': 'application/json', 'if-match': `"${uploaded.version}"` },
      body: JSON.stringify(uploaded.suggestion),
    });
    return await untilIdle(uploaded.id);
  });
  const fresh = checked.counts?.fresh ?? 0;
  return await measure('import', fresh, async () => {
    await send('POST', `/api/patients/imports/${checked.id}/run`, {
      headers: { 'if-match': `"${checked.version}"` },
    });
    return await untilIdle(checked.id);
  });
}

try {
  say(
    `${rows.toLocaleString('en')} rows, ${(bytes.length / 1e6).toFixed(1)} MB; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  );
  const began = performance.now();
  const first = await importFile();
  say(`all ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const [good, bad] = [oracle.good.size, oracle.bad.size];
  const isRight = first.counts?.imported === good && first.counts.bad === bad;
  say(
    `${JSON.stringify(first.counts)} ${isRight ? 'as they should be' : `WRONG: ${good} good, ${bad} bad`}`,
  );
  say('the same file again');
  const again = await importFile();
  say(JSON.stringify(again.counts));
  say(
    `memory at rest ${(restingRss / 1e6).toFixed(0)} MB, highest ${(highestRss / 1e6).toFixed(0)} MB`,
  );
  if (!isRight || again.counts?.imported !== 0) process.exitCode = 1;
} finally {
  clearInterval(sampler);
  await jobs.stop();
  await close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
