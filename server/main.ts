import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readOrMakeSecret } from './adapters/auth-secret.ts';
import { openClosing } from './adapters/closing.ts';
import { EmbeddedPostgresError, startEmbeddedPostgres } from './adapters/embedded-postgres.ts';
import { listen, readCertificate } from './adapters/listen.ts';
import { openLog } from './adapters/logger.ts';
import { DatabaseUrlError, openPostgres, reachPostgres } from './adapters/postgres.ts';
import { openPostgresChanges } from './adapters/postgres-changes.ts';
import { type Config, ConfigError, readConfig } from './adapters/read-config.ts';
import { servePages } from './adapters/serve-pages.ts';
import { createApp } from './app.ts';
import { migrate, NewerDatabaseError } from './db/migrate.ts';
import { fillWithDemo } from './demo/fill-with-demo.ts';
import type { Deps } from './deps.ts';
import { openJobs } from './jobs/run-jobs.ts';
import { openAccounts } from './staff/accounts.ts';
import { uuidV7 } from './uuid-v7.ts';

const BUILD = '0.1.0';
const TRIES_PER_MINUTE = 20;
const JOBS_STOP_MS = 10_000;
const POSTGRES_CLOSE_MS = 3_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** What a start that is broken off by a signal throws to itself. */
class StoppedError extends Error {}

const closing = openClosing();
let isStopping = false;

function goOnUnlessStopping(): void {
  if (isStopping) throw new StoppedError();
}

async function openDatabase(config: Config): Promise<string> {
  if (config.databaseUrl !== undefined) {
    await reachPostgres(config.databaseUrl);
    return config.databaseUrl;
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say });
  closing.add(() => embedded.stop());
  return embedded.url;
}

/** Opens everything in order. Each thing that is open is noted before the next can fail. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const certificate = readCertificate(config.tls);
  const secret = config.authSecret ?? (await readOrMakeSecret(config.dataDir));
  const url = await openDatabase(config);
  goOnUnlessStopping();
  const log = openLog();
  const postgres = openPostgres(url, (error) =>
    log('warn', 'a database connection was lost', { name: error.name }),
  );
  closing.add(() => postgres.close(), POSTGRES_CLOSE_MS);
  await migrate(postgres.db);
  goOnUnlessStopping();
  const now = () => new Date();
  const newId = () => uuidV7(now(), randomBytes(10));
  const accounts = openAccounts({
    db: postgres.db,
    secret,
    publicUrl: config.publicUrl,
    now,
    triesPerMinute: TRIES_PER_MINUTE,
  });
  const changes = openPostgresChanges(url, newId());
  closing.add(() => changes.close(), POSTGRES_CLOSE_MS);
  const deps: Deps = {
    db: postgres.db,
    now,
    newId,
    newSecret: () => randomBytes(32).toString('base64url'),
    accounts,
    wakeJobs: () => jobs.wake(),
    changes,
    log,
    build: BUILD,
  };
  const jobs = openJobs(deps);
  closing.add(jobs.stop, JOBS_STOP_MS);
  if (config.demo && (await fillWithDemo(deps)))
    say('The empty database was filled with the demo clinic.');
  goOnUnlessStopping();
  const app = createApp(deps);
  await servePages(app, fileURLToPath(new URL('../app', import.meta.url)));
  const server = await listen(app, config, certificate);
  closing.add(server.close);
  closing.add(async () => changes.end());
  jobs.wake();
  goOnUnlessStopping();
  say(`Mesodesk is ready at ${config.publicUrl}`);
}

/** One line where the person at the terminal can mend it; a fault of ours keeps its stack. */
function explain(error: unknown): string {
  const isExpected =
    error instanceof ConfigError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof DatabaseUrlError ||
    error instanceof NewerDatabaseError ||
    (error instanceof Error && 'syscall' in error);
  return isExpected ? error.message : String(error instanceof Error ? error.stack : error);
}

async function stop(status: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  // A start in hand first notices that it is over, so that nothing is opened behind our back.
  await starting.catch(() => undefined);
  await closing.closeAll();
  process.exit(status);
}

// Before anything is opened: a signal during the start must not leave a database running.
process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));
process.on('uncaughtException', (error) => {
  say(explain(error));
  void stop(1);
});

const starting = start();
starting.catch((error: unknown) => {
  if (error instanceof StoppedError) return;
  say(explain(error));
  void stop(1);
});
