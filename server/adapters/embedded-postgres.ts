import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { changePort, isPortFree, readAccess } from './embedded-postgres/access.ts';
import {
  assertOwner,
  assertSameMajor,
  clusterFolder,
  initialiseCluster,
  readClusterVersion,
  type Cluster,
} from './embedded-postgres/cluster.ts';
import { lockDataFolder } from './embedded-postgres/data-folder-lock.ts';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres/embedded-postgres-error.ts';
import { databaseUrl, openOwnDatabase } from './embedded-postgres/own-database.ts';
import {
  findPostmaster,
  launchPostmaster,
  stopPostmaster,
  waitUntilReady,
  type Postmaster,
} from './embedded-postgres/postmaster.ts';
import { chooseProgramUser } from './embedded-postgres/program-user.ts';
import { findPrograms } from './embedded-postgres/programs.ts';
import { supervise } from './embedded-postgres/supervise.ts';
import { makeFolder } from './make-folder.ts';

export { EmbeddedPostgresError };

/** `url` stays the same, also when PostgreSQL has to be started again. */
export type EmbeddedPostgres = {
  url: string;
  /** Shuts PostgreSQL down and resolves once it is gone; calling again is harmless. */
  stop(): Promise<void>;
};

type Log = (message: string) => void;

async function openCluster(dataDir: string, log: Log): Promise<Cluster> {
  const folder = clusterFolder(dataDir);
  const user = await chooseProgramUser(folder);
  const programs = await findPrograms(dataDir, user);
  const version = await readClusterVersion(folder);
  if (version !== null) assertSameMajor(folder, version, programs);
  const access = await readAccess(dataDir, version !== null);
  const cluster = { folder, programs, user, access };
  if (version === null) {
    log('Making a new database (once, takes a second)');
    await initialiseCluster(dataDir, cluster);
  }
  await assertOwner(folder, user);
  return cluster;
}

/** A postmaster that a killed server left alive; one that doesn't answer rightly is stopped. */
async function adopt(cluster: Cluster, log: Log): Promise<Postmaster | null> {
  const found = await findPostmaster(cluster.folder);
  if (found === null) return null;
  const ready = await waitUntilReady(cluster.folder, found.pid, log);
  if (ready === null) return null;
  const access = { ...cluster.access, port: ready.port };
  const version = await openOwnDatabase(access).catch((error: unknown) => {
    if (error instanceof EmbeddedPostgresError) throw error;
    return null;
  });
  if (version === cluster.programs.version) {
    cluster.access = access;
    log(`Took over the PostgreSQL left running (process ${ready.pid})`);
    return ready;
  }
  log(
    version === null
      ? 'The PostgreSQL left running does not answer; starting it again'
      : `Replacing the running PostgreSQL ${version} by ${cluster.programs.version}`,
  );
  await stopPostmaster(cluster, ready.pid, log);
  return null;
}

const PATIENCE_MS = 40_000;

async function launch(dataDir: string, cluster: Cluster, log: Log): Promise<Postmaster> {
  const giveUp = Date.now() + PATIENCE_MS;
  for (;;) {
    if (!(await isPortFree(cluster.access.port))) {
      cluster.access = await changePort(dataDir, cluster.access);
    }
    try {
      return await launchPostmaster(cluster, log);
    } catch (error) {
      // Processes of a killed postmaster need a moment to go, and a port can be snatched.
      const passes = error instanceof Error && /still in use|could not bind/.test(error.message);
      if (!passes || Date.now() > giveUp) throw error;
      await sleep(200);
    }
  }
}

async function launchOwn(dataDir: string, cluster: Cluster, log: Log): Promise<Postmaster> {
  const postmaster = await launch(dataDir, cluster, log);
  try {
    await openOwnDatabase(cluster.access);
    return postmaster;
  } catch (error) {
    await stopPostmaster(cluster, postmaster.pid, log);
    throw error;
  }
}

/** A refused file or full disk is told in one line too; a fault of ours keeps its stack. */
function asOneLine(error: unknown, dataDir: string): unknown {
  if (error instanceof EmbeddedPostgresError || systemCode(error) === undefined) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EmbeddedPostgresError(`The database under ${dataDir} can't be started: ${reason}`, {
    cause: error,
  });
}

/**
 * Starts (making it on first use) or takes over the PostgreSQL under `dataDir/postgres`, and keeps
 * it running until stopped: a postmaster that dies is started again.
 * @throws EmbeddedPostgresError when another Mesodesk runs on `dataDir`, when it was written by
 *   another major version of PostgreSQL, or when PostgreSQL can't run here.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log?: Log;
}): Promise<EmbeddedPostgres> {
  const { log = () => undefined } = options;
  const dataDir = resolve(options.dataDir);
  const lock = await makeFolder(dataDir, 0o700)
    .then(() => lockDataFolder(dataDir))
    .catch((error: unknown) => {
      throw asOneLine(error, dataDir);
    });
  try {
    const cluster = await openCluster(dataDir, log);
    const postmaster = (await adopt(cluster, log)) ?? (await launchOwn(dataDir, cluster, log));
    const supervision = supervise(cluster, postmaster, log);
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      await supervision.stop();
      await lock.release();
    };
    return { url: databaseUrl(cluster.access), stop: () => (stopping ??= stop()) };
  } catch (error) {
    await lock.release();
    throw asOneLine(error, dataDir);
  }
}
