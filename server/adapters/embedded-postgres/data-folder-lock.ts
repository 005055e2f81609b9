import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, realpathSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.ts';

export type DataFolderLock = { release(): Promise<void> };

type Claim = { name: string; take(): void; withdraw(): Promise<void> };
type Rival = 'dead' | { pid: string; holds: boolean };

const CLAIM = /^in-use-[\da-f]+\.sock$/;
// The system allows a socket's path about 104 bytes.
const LONGEST_FOLDER = 70;
const PATIENCE_MS = 3_000;

function refusal(folder: string, pid: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `Another Mesodesk${pid === '' ? '' : ` (process ${pid})`} is already running on ${folder}. ` +
      'Stop it first, or give this one its own DATA_DIR.',
  );
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail).listen(path, done).unref();
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()));
}

function answering(state: { holds: boolean }): Server {
  return createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(`${state.holds ? 'holds' : 'starts'} ${process.pid}`);
  });
}

async function makeClaim(folder: string, reach: string): Promise<Claim> {
  const state = { holds: false };
  const server = answering(state);
  const id = randomBytes(8).toString('hex');
  const name = `in-use-${id}.sock`;
  // Shown under its name only once it listens, else a rival could take it for a dead one.
  await listen(server, join(reach, `${id}.sock`));
  await rename(join(folder, `${id}.sock`), join(folder, name));
  return {
    name,
    take: () => (state.holds = true),
    withdraw: async () => {
      await rm(join(folder, name), { force: true });
      await closeServer(server);
    },
  };
}

function ask(path: string): Promise<Rival> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(path);
    // Whoever accepts lives, even if too busy to answer.
    const finish = () => {
      socket.destroy();
      const [word, pid = ''] = text.split(' ');
      done({ pid, holds: word !== 'starts' });
    };
    socket.setTimeout(1_000, finish).on('end', finish);
    socket.on('data', (part) => (text += part.toString()));
    socket.on('error', (error) => {
      const isDead = ['ECONNREFUSED', 'ENOENT'].includes(systemCode(error) ?? '');
      if (isDead) done('dead');
      else finish();
    });
  });
}

/** Claims by others that are alive; those of dead processes are cleared away. */
async function livingRivals(folder: string, reach: string, own: string) {
  const names = (await readdir(folder)).filter((name) => CLAIM.test(name) && name !== own);
  const living = [];
  for (const name of names) {
    const rival = await ask(join(reach, name));
    if (rival === 'dead') await rm(join(folder, name), { force: true });
    else living.push(rival);
  }
  return living;
}

async function lockByPipe(folder: string): Promise<DataFolderLock> {
  const key = createHash('sha256').update(realpathSync(folder).toLowerCase()).digest('hex');
  const server = answering({ holds: true });
  const path = `\\\\.\\pipe\\mesodesk-${key}`;
  await listen(server, path).catch(async (error: unknown) => {
    if (systemCode(error) !== 'EADDRINUSE') throw error;
    const rival = await ask(path);
    throw refusal(folder, rival === 'dead' ? '' : rival.pid);
  });
  return { release: () => closeServer(server) };
}

/**
 * Makes this process the only one on the data folder until it releases or dies, however it dies:
 * the lock is a listening socket, which the system closes with its process, so neither a stale file
 * nor a recycled process id can be mistaken for an owner (in another container neither).
 * Each claim has a name of its own and is made before looking at the others, so of two at least
 * one sees the other.
 * @throws EmbeddedPostgresError when another process holds it.
 */
export async function lockDataFolder(folder: string): Promise<DataFolderLock> {
  if (process.platform === 'win32') return lockByPipe(folder);
  const isLong = Buffer.byteLength(folder) > LONGEST_FOLDER;
  if (isLong && process.platform !== 'linux') {
    throw new EmbeddedPostgresError(`DATA_DIR is too long a path for this system: ${folder}`);
  }
  const handle = isLong ? openSync(folder, 'r') : null;
  const reach = handle === null ? folder : `/proc/self/fd/${handle}`;
  const giveUp = Date.now() + PATIENCE_MS;
  for (;;) {
    const claim = await makeClaim(folder, reach);
    const rivals = await livingRivals(folder, reach, claim.name);
    const release = async () => {
      await claim.withdraw();
      if (handle !== null) closeSync(handle);
    };
    if (rivals.length === 0) {
      claim.take();
      return { release };
    }
    const holder = rivals.find((rival) => rival.holds);
    if (holder !== undefined || Date.now() > giveUp) {
      await release();
      throw refusal(folder, (holder ?? rivals[0])?.pid ?? '');
    }
    await claim.withdraw();
    await sleep(20 + Math.random() * 200);
  }
}
