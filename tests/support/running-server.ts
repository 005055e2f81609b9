import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder of the build under test, beside the installed packages. */
const build = path.resolve(process.env['BUILD_DIR'] ?? 'dist');
const START_MS = 60_000;

/** A server of its own: the production build on an embedded PostgreSQL in a folder of its own. */
export type RunningServer = {
  url: string;
  /** What it wrote to its log so far. */
  log: () => string;
  /** Stops it as a service manager would, and deletes its data. */
  stop: () => Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** Starts the production build; `isDemo` fills its empty database with the demo clinic. */
export async function startServer({ isDemo }: { isDemo: boolean }): Promise<RunningServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'mesodesk-e2e-'));
  const port = await freePort();
  const { PATH, HOME, USER } = process.env;
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', path.join(build, 'server/main.js')],
    {
      env: { PATH, HOME, USER, PORT: String(port), DATA_DIR: dataDir, DEMO: isDemo ? '1' : '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      written += chunk.toString();
    });
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (!hasEnded()) child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const giveUpAt = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (hasEnded() || Date.now() > giveUpAt) {
      await stop();
      throw new Error(`The server did not start:\n${written}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return { url, log: () => written, stop };
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
