import { execFile } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { open, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.ts';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.ts';
import { lastReason } from './failure-reason.ts';
import { endOrphans } from './orphans.ts';
import { folderArgument, launchProgram, runProgram } from './program-user.ts';

/** PostgreSQL's main process, as its `postmaster.pid` tells. */
export type Postmaster = { pid: number; port: number; status: string };

const POLL_MS = 10;
const REPORT_MS = 10_000;
const FAST_STOP_MS = 60_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A client that was killed must not keep its locks through a long query.
  client_connection_check_interval: '2s',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  // Statements and the details of errors hold patients' data, which no log may.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  cluster_name: 'mesodesk',
};

/** What `postmaster.pid` says, whether or not that process still lives. */
async function readPostmaster(folder: string): Promise<Postmaster | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => null);
  const lines = text?.split('\n').map((line) => line.trim());
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), status: lines[7] ?? '' };
}

function hasProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Whether a process of this id runs; one that has ended and was not yet collected does not. */
export function isRunning(pid: number): boolean {
  if (!hasProcess(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function commandLine(pid: number): Promise<string> {
  const [program, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/NH', '/FI', `PID eq ${pid}`]]
      : ['ps', ['-o', 'command=', '-p', String(pid)]];
  return (await promisify(execFile)(program, args).catch(() => ({ stdout: '' }))).stdout;
}

/** Whether that process is this cluster's postmaster, and not another with a recycled id. */
async function isPostmasterOf(folder: string, pid: number): Promise<boolean> {
  if (!isRunning(pid)) return false;
  const real = realpathSync(folder);
  if (process.platform === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === real;
  }
  const command = await commandLine(pid);
  return command.includes(process.platform === 'win32' ? 'postgres.exe' : real);
}

/** The cluster's live postmaster, if any; a `postmaster.pid` that points to a stranger is removed. */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const found = await readPostmaster(folder);
  if (found === null || (await isPostmasterOf(folder, found.pid))) return found;
  // PostgreSQL itself would refuse to start while anyone has that id. Where nobody has, the file
  // stays: it also tells PostgreSQL of processes that outlived their postmaster.
  if (hasProcess(found.pid)) await rm(join(folder, 'postmaster.pid'), { force: true });
  await endOrphans(folder);
  return null;
}

/** Waits for `isDone`, telling every ten seconds that it still waits. */
async function waitUntil(
  isDone: () => Promise<boolean>,
  waiting: string,
  log: (message: string) => void,
): Promise<void> {
  let report = Date.now() + REPORT_MS;
  while (!(await isDone())) {
    await sleep(POLL_MS);
    if (Date.now() < report) continue;
    report += REPORT_MS;
    log(waiting);
  }
}

/** Waits while a live postmaster starts or recovers; null when it ends instead. */
export async function waitUntilReady(
  folder: string,
  pid: number,
  log: (message: string) => void,
): Promise<Postmaster | null> {
  let ready: Postmaster | null = null;
  const isDone = async () => {
    const now = await readPostmaster(folder);
    ready = now?.pid === pid && now.status === 'ready' ? now : null;
    return ready !== null || !isRunning(pid);
  };
  await waitUntil(isDone, 'PostgreSQL is still recovering its data', log);
  return ready;
}

/**
 * Starts the cluster's postmaster and waits until it answers. It outlives this process.
 * @throws EmbeddedPostgresError with PostgreSQL's reason.
 */
export async function launchPostmaster(
  cluster: Cluster,
  log: (message: string) => void,
): Promise<Postmaster> {
  const { folder, programs, user, access } = cluster;
  const settings = { ...SETTINGS, port: String(access.port) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const startLog = join(folder, '..', 'postgres-start.log');
  const output = await open(startLog, 'w', 0o600);
  try {
    const command = ['-D', folderArgument(folder, user), ...args];
    const child = launchProgram(programs.postgres, command, folder, user, output.fd);
    const failed = new Promise<never>((_, fail) => {
      child.once('error', (error) =>
        fail(new EmbeddedPostgresError(`PostgreSQL could not be started: ${error.message}`)),
      );
    });
    const ready = await Promise.race([
      child.pid === undefined ? failed : waitUntilReady(folder, child.pid, log),
      failed,
    ]);
    if (ready !== null) return ready;
    const reason = await lastReason(folder, child.pid ?? 0, startLog);
    throw new EmbeddedPostgresError(`PostgreSQL did not start: ${reason.trim()}`);
  } finally {
    await output.close();
  }
}

/** Stops the postmaster, rolling open transactions back, and waits until it is gone. */
export async function stopPostmaster(
  cluster: Cluster,
  pid: number,
  log: (message: string) => void,
): Promise<void> {
  const { folder, programs, user } = cluster;
  const stop = (mode: string) =>
    runProgram(
      programs.pgCtl,
      ['stop', '-D', folderArgument(folder, user), '-m', mode, '-W'],
      folder,
      user,
    );
  let isForced = false;
  const forceAt = Date.now() + FAST_STOP_MS;
  if (isRunning(pid)) await stop('fast');
  const isGone = async () => {
    if (!isRunning(pid)) return true;
    if (Date.now() > forceAt && !isForced) {
      isForced = true;
      log('PostgreSQL does not stop by itself; ending it at once (it recovers at the next start)');
      await stop('immediate');
    }
    return false;
  };
  await waitUntil(isGone, 'PostgreSQL is still writing to disk before it stops', log);
}
