import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { SCALE_LIMITS } from '#domain/demo/demo-scale.ts';
import { migrate, NewerDatabaseError } from '../db/migrate.ts';
import { schema } from '../db/schema.ts';
import { AlreadyAClinicError, seedClinic } from '../demo/seed-clinic.ts';
import type { Deps } from '../deps.ts';
import { openChanges } from '../live/changes.ts';
import { openAccounts } from '../staff/accounts.ts';
import { uuidV7 } from '../uuid-v7.ts';
import { copyInto } from './copy-in.ts';
import { EmbeddedPostgresError, startEmbeddedPostgres } from './embedded-postgres.ts';
import { DatabaseUrlError, reachPostgres } from './postgres.ts';
import { ConfigError, readConfig } from './read-config.ts';
import { partsOfWorkers, sendParts, type WorkerOrder } from './seed-workers.ts';

// npm run seed -- --patients 100000 --sessions 1000000

const SESSIONS_OF_PATIENT = 10;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** A size that cannot be made. Its message is the one line that stops the seed. */
class SizeError extends Error {}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new SizeError(`--${name} must be a whole number, not "${text}".`);
  return number;
}

function readSize(args: string[]): { patients: number; sessions: number } {
  const { values } = parseArgs({
    args,
    options: { patients: { type: 'string', default: '800' }, sessions: { type: 'string' } },
  });
  const patients = readNumber('patients', values.patients);
  const { fewest, most, sessionsOfPatient } = SCALE_LIMITS;
  if (patients < fewest || patients > most)
    throw new SizeError(`--patients must lie between ${fewest} and ${most}.`);
  const sessions =
    values.sessions === undefined
      ? patients * SESSIONS_OF_PATIENT
      : readNumber('sessions', values.sessions);
  if (sessions < patients || sessions > patients * sessionsOfPatient)
    throw new SizeError(
      `--sessions must lie between ${patients} and ${patients * sessionsOfPatient} for ${patients} patients.`,
    );
  return { patients, sessions };
}

/** One connection without time limits: a large load is one long transaction. */
async function openDeps(url: string): Promise<{ deps: Deps; client: Client }> {
  const client = new Client({ connectionString: url, application_name: 'mesodesk seed' });
  client.on('error', () => undefined);
  await client.connect();
  const db = drizzle(client, { schema });
  const now = () => new Date();
  const secret = randomBytes(32).toString('hex');
  const deps: Deps = {
    db,
    now,
    newId: () => uuidV7(now(), randomBytes(10)),
    newSecret: () => randomBytes(32).toString('base64url'),
    accounts: openAccounts({ db, now, secret, publicUrl: 'http://seed', triesPerMinute: 1 }),
    wakeJobs: () => undefined,
    changes: openChanges(),
    log: () => undefined,
    build: 'seed',
  };
  return { deps, client };
}

async function seed(): Promise<void> {
  const size = readSize(process.argv.slice(2));
  const { databaseUrl, dataDir } = readConfig(process.env);
  const embedded =
    databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir, log: say }) : undefined;
  if (databaseUrl !== undefined) await reachPostgres(databaseUrl);
  const { deps, client } = await openDeps(databaseUrl ?? embedded?.url ?? '');
  try {
    await migrate(deps.db);
    const { patients, sessions, appointments, outcomes } = await seedClinic(
      deps,
      size,
      say,
      partsOfWorkers(new URL(import.meta.url), copyInto(client)),
    );
    say(
      `${patients} made-up patients, ${sessions} sessions, ${appointments} appointments, ${outcomes} readings.`,
    );
  } finally {
    await client.end();
    await embedded?.stop();
  }
}

function fail(error: unknown): void {
  const isExpected =
    error instanceof SizeError ||
    error instanceof AlreadyAClinicError ||
    error instanceof ConfigError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof DatabaseUrlError ||
    error instanceof NewerDatabaseError ||
    (error instanceof TypeError && 'code' in error);
  say(isExpected ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}

if (isMainThread) seed().catch(fail);
// What a thread that makes batches is begun with, by `partsOfWorkers` alone.
else if (parentPort) await sendParts(workerData as WorkerOrder, parentPort);
