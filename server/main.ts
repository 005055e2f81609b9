import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { fileURLToPath } from 'node:url';
import { readOrMakeSecret } from './adapters/auth-secret.ts';
import { EmbeddedPostgresError, startEmbeddedPostgres } from './adapters/embedded-postgres.ts';
import { openLog } from './adapters/logger.ts';
import { openPostgres } from './adapters/postgres.ts';
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
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function openDatabase(config: Config) {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: () => Promise.resolve() };
  return await startEmbeddedPostgres({ dataDir: config.dataDir, log: say });
}

/** The caller's address: the socket's, or what a trusted proxy in front says it was. */
function addressOf(config: Config, socket: string | undefined, forwarded: string | undefined): string {
  const last = forwarded?.split(',').at(-1)?.trim();
  return (config.trustProxy && last !== undefined && last !== '' ? last : socket) ?? 'unknown';
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const secret = config.authSecret ?? (await readOrMakeSecret(config.dataDir));
  const database = await openDatabase(config);
  const log = openLog();
  const postgres = openPostgres(database.url, (error) =>
    log('warn', 'a database connection was lost', { name: error.name }),
  );
  try {
    await migrate(postgres.db);
  } catch (error) {
    await postgres.close();
    await database.stop();
    throw error;
  }
  const now = () => new Date();
  const newId = () => uuidV7(now(), randomBytes(10));
  const accounts = openAccounts({
    db: postgres.db,
    secret,
    publicUrl: config.publicUrl,
    now,
    triesPerMinute: TRIES_PER_MINUTE,
  });
  const deps: Deps = {
    db: postgres.db,
    now,
    newId,
    newSecret: () => randomBytes(32).toString('base64url'),
    accounts,
    wakeJobs: () => jobs.wake(),
    log,
    build: BUILD,
  };
  const jobs = openJobs(deps);
  if (config.demo && (await fillWithDemo(deps))) say('The empty database was filled with the demo clinic.');
  jobs.wake();

  const app = createApp(deps);
  await servePages(app, fileURLToPath(new URL('../app', import.meta.url)));
  const server = serve(
    {
      fetch: (request, env) =>
        app.fetch(request, {
          address: addressOf(
            config,
            getConnInfo({ env } as Parameters<typeof getConnInfo>[0]).remote.address,
            request.headers.get('x-forwarded-for') ?? undefined,
          ),
        }),
      port: config.port,
      hostname: config.host,
      ...(config.tls
        ? {
            createServer,
            serverOptions: { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) },
          }
        : {}),
    },
    () => say(`Mesodesk is ready at ${config.publicUrl}`),
  );
  if ('requestTimeout' in server) {
    server.requestTimeout = REQUEST_MS;
    server.headersTimeout = HEADERS_MS;
  }
  server.on('error', (error) => {
    const code = 'code' in error ? error.code : undefined;
    say(code === 'EADDRINUSE' ? `PORT ${config.port} is in use by another program.` : error.message);
    void stop(1);
  });

  let stopping = false;
  const stop = async (status: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      setTimeout(resolve, 5_000).unref();
    });
    await jobs.stop();
    await postgres.close();
    await database.stop();
    process.exit(status);
  };
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));
}

try {
  await start();
} catch (error) {
  const isExpected =
    error instanceof ConfigError || error instanceof EmbeddedPostgresError || error instanceof NewerDatabaseError;
  say(isExpected ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}
