import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

// Inside the checkout, where the bundle finds the installed packages.
const bundle = resolve(import.meta.dirname, `../../.cache/embedded-postgres-test-${process.pid}`);
const children: ChildProcess[] = [];
const running: EmbeddedPostgres[] = [];
const folders: string[] = [];
let madeOnce: string;
let dataDir: string;
let lines: string[];

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(import.meta.dirname, 'embedded-postgres.ts'),
      outDir: bundle,
      target: 'node20',
      copyPublicDir: false,
    },
  });
  const script = `
    import { startEmbeddedPostgres } from './embedded-postgres.js';
    const log = (line) => console.log('log ' + line);
    startEmbeddedPostgres({ dataDir: process.argv[2], log }).then(
      ({ url, stop }) => {
        const serving = setInterval(() => undefined, 1000);
        process.on('SIGTERM', () => stop().then(() => clearInterval(serving)));
        console.log('url ' + url);
      },
      (error) => { console.log('refused ' + error.name + ': ' + error.message); process.exitCode = 1; },
    );`;
  writeFileSync(join(bundle, 'server.mjs'), script);
  madeOnce = mkdtempSync(join(tmpdir(), 'mesodesk-'));
  const first = await startEmbeddedPostgres({ dataDir: join(madeOnce, 'data') });
  await first.stop();
});

afterAll(() => {
  for (const folder of [bundle, madeOnce]) rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  // Folders made so have mode 700, and under root belong to it: as in a checkout in root's home.
  const folder = mkdtempSync(join(tmpdir(), 'mesodesk-'));
  folders.push(folder);
  dataDir = join(folder, 'data');
  lines = [];
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const postgres of running.splice(0)) await postgres.stop();
  const left = livePostmaster();
  if (left !== null) {
    process.kill(left, 'SIGQUIT');
    await vi.waitUntil(() => livePostmaster() === null);
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Spares the test the second that a new cluster takes. Each test makes tables of its own in it. */
function useMadeCluster(): void {
  dataDir = join(madeOnce, 'data');
}

/** What a refusal must leave as it is; nothing of PostgreSQL runs before it. */
function pretendCluster(version: string): string {
  const folder = join(dataDir, 'postgres');
  mkdirSync(join(folder, 'base'), { recursive: true });
  writeFileSync(join(folder, 'PG_VERSION'), `${version}\n`);
  writeFileSync(join(folder, 'base', '1'), 'rows');
  return folder;
}

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  const log = (line: string) => lines.push(line);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
  running.push(postgres);
  return postgres;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

function isAlive(pid: number): boolean {
  const state = execFileSync('ps', ['-A', '-o', 'pid=,stat=']).toString();
  return new RegExp(`^ *${pid} +[^Z ]`, 'm').test(state);
}

function livePostmaster(): number | null {
  if (!existsSync(join(dataDir, 'postgres/postmaster.pid'))) return null;
  const pid = postmasterPid();
  return isAlive(pid) ? pid : null;
}

/** A second Node process doing what the server does; its answer is its last line of output. */
function startInChild(): { child: ChildProcess; answer: Promise<string> } {
  const child = spawn(process.execPath, [join(bundle, 'server.mjs'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const answer = new Promise<string>((done) => {
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      const line = /^(?:url|refused) (.*)\n/m.exec(text);
      if (line?.[1] !== undefined) done(line[1]);
    });
  });
  return { child, answer };
}

test('first start makes a database that is UTF-8, checksummed, synced and local', async () => {
  const { url, stop } = await start();
  const settings = await query(
    url,
    `SELECT name, setting FROM pg_settings WHERE name IN ('data_checksums', 'fsync',
      'listen_addresses', 'server_encoding', 'TimeZone') ORDER BY lower(name)`,
  );
  expect(settings).toEqual([
    { name: 'data_checksums', setting: 'on' },
    { name: 'fsync', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'server_encoding', setting: 'UTF8' },
    { name: 'TimeZone', setting: 'UTC' },
  ]);
  expect(new URL(url).pathname).toBe('/mesodesk');
  expect(statSync(join(dataDir, 'postgres-access.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  await stop();
});

test('the clinic’s role is no superuser, yet may add the extensions the schema needs', async () => {
  useMadeCluster();
  const { url } = await start();
  const [role] = await query(url, 'SELECT usesuper FROM pg_user WHERE usename = current_user');
  expect(role).toEqual({ usesuper: false });
  for (const name of ['btree_gist', 'pg_trgm', 'citext', 'unaccent']) {
    await query(url, `CREATE EXTENSION ${name}`);
  }
  const [names] = await query(
    url,
    `SELECT lower('ÄÉИ') AS lower, cardinality(show_trgm('Мария')) AS trigrams,
      'b' < 'Ä' COLLATE "und-x-icu" AS sorted`,
  );
  expect(names).toEqual({ lower: 'äéи', trigrams: 6, sorted: false });
});

test('a wrong password is refused', async () => {
  useMadeCluster();
  const { url } = await start();
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('a clean stop leaves no process, and a restart keeps data and address', async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept AS SELECT 'x' AS what");
  const pid = postmasterPid();
  await first.stop();
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.sock'))).toEqual([]);

  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'SELECT * FROM kept')).toEqual([{ what: 'x' }]);
});

test('a warm start takes less than half a second', async () => {
  useMadeCluster();
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    const before = performance.now();
    const postgres = await start();
    times.push(performance.now() - before);
    await postgres.stop();
  }
  expect(Math.min(...times)).toBeLessThan(500);
});

test('a server killed at once leaves its PostgreSQL to the next start, with every commit', async () => {
  useMadeCluster();
  const { child, answer } = startInChild();
  const url = await answer;
  await query(url, 'CREATE TABLE kept_of_server AS SELECT 7 AS n');
  const pid = postmasterPid();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(pid)).toBe(true);

  const adopted = await start();
  expect(adopted.url).toBe(url);
  expect(postmasterPid()).toBe(pid);
  expect(lines.join()).toContain(`left running (process ${pid})`);
  expect(await query(adopted.url, 'SELECT * FROM kept_of_server')).toEqual([{ n: 7 }]);

  await adopted.stop();
  expect(isAlive(pid)).toBe(false);
});

test('a server told to stop takes its PostgreSQL with it', async () => {
  useMadeCluster();
  const { child, answer } = startInChild();
  await answer;
  const pid = postmasterPid();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(isAlive(pid)).toBe(false);
});

test('a second server on the same folder is refused by name and harms nothing', async () => {
  useMadeCluster();
  const { url } = await start();
  const pid = postmasterPid();
  const { child, answer } = startInChild();
  expect(await answer).toBe(
    `EmbeddedPostgresError: Another Mesodesk (process ${process.pid}) is already running on ${dataDir}. ` +
      'Stop it first, or give this one its own DATA_DIR.',
  );
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(postmasterPid()).toBe(pid);
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
});

test('of servers started at the same moment exactly one runs', async () => {
  useMadeCluster();
  const results = await Promise.allSettled([start(), start(), start(), start()]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test.runIf(process.platform === 'linux')('a path too long for a socket works', async () => {
  const deep = join(dataDir, 'd'.repeat(100));
  await start(deep);
  await expect(start(deep)).rejects.toThrow(/already running/);
});

test.each([
  ['19', 'Start the newer Mesodesk that wrote it.'],
  ['17', 'Start the older Mesodesk that wrote it and move the data over from there.'],
])('data of PostgreSQL %s is refused and left untouched', async (version, advice) => {
  const folder = pretendCluster(version);
  const before = snapshot(folder);
  await expect(start()).rejects.toThrow(
    `${folder} was written by PostgreSQL ${version}, and this Mesodesk carries PostgreSQL 18. ` +
      `Nothing was changed in it. ${advice}`,
  );
  expect(snapshot(folder)).toEqual(before);
});

function snapshot(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const { size, mtimeMs, uid } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs} ${uid}`;
    })
    .toSorted();
}

test('a folder with something else in it is refused and left untouched', async () => {
  mkdirSync(join(dataDir, 'postgres'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres', 'holiday.jpg'), 'x');
  await expect(start()).rejects.toThrow(/is not a PostgreSQL database. Nothing was changed/);
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['holiday.jpg']);
});

test('a lost password file is named, not replaced', async () => {
  pretendCluster('18');
  await expect(start()).rejects.toThrow(/postgres-access.json .* is missing. Restore it/);
});

test('a killed postmaster comes back by itself on the same address', async () => {
  useMadeCluster();
  const { url } = await start();
  await query(url, 'CREATE TABLE kept_of_postmaster AS SELECT 7 AS n');
  const pid = postmasterPid();
  process.kill(pid, 'SIGKILL');
  await vi.waitUntil(() => lines.some((line) => line.includes('is back')), { timeout: 10_000 });
  expect(lines.join('\n')).toContain(`PostgreSQL (process ${pid}) ended unexpectedly`);
  expect(postmasterPid()).not.toBe(pid);
  expect(await query(url, 'SELECT * FROM kept_of_postmaster')).toEqual([{ n: 7 }]);
});

test('a long query left by a killed postmaster does not hold up its return', async () => {
  useMadeCluster();
  const { url } = await start();
  const long = query(url, 'SELECT count(*) FROM generate_series(1, 1000000000)');
  const lost = long.then(
    () => 'answered',
    () => 'lost',
  );
  await vi.waitUntil(async () => {
    const [busy] = await query(
      url,
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE '%generate_series(1, 1%' AND pid <> pg_backend_pid()",
    );
    return busy?.['n'] === 1;
  });
  process.kill(postmasterPid(), 'SIGKILL');
  await vi.waitUntil(() => lines.some((line) => line.includes('is back')), { timeout: 5_000 });
  expect(await lost).toBe('lost');
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
});

test('killed together, server and database start again by themselves', async () => {
  useMadeCluster();
  const { child, answer } = startInChild();
  const url = await answer;
  await query(url, 'CREATE TABLE kept_of_both AS SELECT 7 AS n');
  child.kill('SIGKILL');
  process.kill(postmasterPid(), 'SIGKILL');
  await once(child, 'exit');
  const again = await start();
  expect(await query(again.url, 'SELECT * FROM kept_of_both')).toEqual([{ n: 7 }]);
});

test('a first start that is cut off is begun anew', async () => {
  const { child } = startInChild();
  await vi.waitUntil(
    () =>
      existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('.postgres-new-')),
  );
  await sleep(100);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  const { url } = await start();
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('.postgres-new-'))).toEqual([]);
});

test('a stale postmaster.pid whose number another process got does not block', async () => {
  useMadeCluster();
  writeFileSync(
    join(dataDir, 'postgres/postmaster.pid'),
    [process.pid, '/proc/self/cwd', '1', '25432', '', '127.0.0.1', '', 'ready   ', ''].join('\n'),
  );
  const { url } = await start();
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
});

test('when another program took the port, the next start moves to another', async () => {
  useMadeCluster();
  const first = await start();
  await first.stop();
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(squatter, 'listening');
  try {
    const second = await start();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    expect(await query(second.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  } finally {
    squatter.close();
  }
});

test('a data folder that can’t be written is told in one line', async () => {
  writeFileSync(join(dataDir, '..', 'data'), 'a file where the folder should be');
  await expect(start()).rejects.toThrow(/^The database under .* can't be started: EEXIST/);
});

test('the logs of PostgreSQL hold no values', async () => {
  useMadeCluster();
  const { url, stop } = await start();
  await query(url, 'CREATE TABLE person (name text UNIQUE)');
  await query(url, "INSERT INTO person VALUES ('Secret Name')");
  await expect(query(url, "INSERT INTO person VALUES ('Secret Name')")).rejects.toThrow();
  await stop();
  const folder = join(dataDir, 'postgres/log');
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(text.join('')).toContain('duplicate key');
  expect(text.join('')).not.toContain('Secret Name');
});

test.runIf(process.getuid?.() === 0)('a cluster restored by root is given back', async () => {
  execFileSync('cp', ['-R', join(madeOnce, 'data'), dataDir]);
  expect(statSync(join(dataDir, 'postgres')).uid).toBe(0);
  const { url } = await start();
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
});
