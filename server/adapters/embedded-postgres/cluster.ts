import {
  chmod,
  lchown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, type Access } from './access.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { folderArgument, runProgram, type ProgramUser } from './program-user.ts';
import type { Programs } from './programs.ts';

/** The PostgreSQL data folder and what it takes to run it. */
export type Cluster = { folder: string; programs: Programs; user: ProgramUser; access: Access };

/** Where the cluster lies under DATA_DIR. */
export const clusterFolder = (dataDir: string) => join(dataDir, 'postgres');

/** The `PG_VERSION` of the cluster (like `18`); null when there is no cluster yet. */
export async function readClusterVersion(folder: string): Promise<string | null> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version !== null) return version.trim();
  const entries = await readdir(folder).catch(() => []);
  if (entries.length === 0) return null;
  throw new EmbeddedPostgresError(
    `${folder} holds something that is not a PostgreSQL database. Nothing was changed in it. ` +
      'Move it away, or set another DATA_DIR.',
  );
}

/**
 * Refuses, and leaves untouched, a cluster of another major version than ours.
 * @throws EmbeddedPostgresError
 */
export function assertSameMajor(folder: string, version: string, programs: Programs): void {
  if (version === String(programs.major)) return;
  const isNewer = Number(version) > programs.major;
  throw new EmbeddedPostgresError(
    `${folder} was written by PostgreSQL ${version}, and this Mesodesk carries PostgreSQL ${programs.major}. ` +
      'Nothing was changed in it. ' +
      (isNewer
        ? 'Start the newer Mesodesk that wrote it.'
        : 'Start the older Mesodesk that wrote it and move the data over from there.'),
  );
}

async function giveTo(path: string, owner: { uid: number; gid: number }): Promise<void> {
  await lchown(path, owner.uid, owner.gid);
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) await giveTo(inside, owner);
    else await lchown(inside, owner.uid, owner.gid);
  }
}

/** Makes sure that the account PostgreSQL runs as owns the cluster, as it insists on. */
export async function assertOwner(folder: string, user: ProgramUser): Promise<void> {
  const { uid } = await stat(folder);
  const me = process.getuid?.();
  // Restored from a backup by root: the copy belongs to root.
  if (user !== null && uid === 0) await giveTo(folder, user);
  else if (user === null && me !== undefined && uid !== me) {
    throw new EmbeddedPostgresError(
      `${folder} belongs to another user (${uid}) than the one starting the server (${me}). ` +
        'Start it as that user or as root.',
    );
  }
}

// LC_CTYPE must know letters beyond ASCII, or pg_trgm drops them and such names can't be searched.
const LETTERS = { darwin: 'en_US.UTF-8', win32: 'C' } as const;

function initdbArguments(folder: string, user: ProgramUser): string[] {
  const platform = process.platform;
  const letters = platform === 'darwin' || platform === 'win32' ? LETTERS[platform] : 'C.UTF-8';
  return [
    ['-D', folderArgument(folder, user)],
    ['--username=postgres', '--pwfile=../password', '--auth=scram-sha-256'],
    ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ['--locale=C', `--lc-ctype=${letters}`, '--data-checksums', '--no-instructions'],
  ].flat();
}

const STAGING = '.postgres-new-';

/** The initdb of a killed server may still be writing there; what is left goes at the next start. */
async function removeStaging(folder: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 };
  await rm(folder, options).catch(() => undefined);
}

/** Removes what an interrupted first start left. Only for the holder of the data folder's lock. */
async function removeHalfMade(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(STAGING)) await removeStaging(join(dataDir, name));
  }
}

/**
 * Makes an empty cluster. It is built aside and renamed when complete, so a start that is cut off
 * leaves nothing that looks like a cluster.
 * @throws EmbeddedPostgresError with initdb's reason.
 */
export async function initialiseCluster(dataDir: string, cluster: Cluster): Promise<void> {
  const { programs, user, access } = cluster;
  await removeHalfMade(dataDir);
  const staging = await mkdtemp(join(dataDir, STAGING));
  const folder = join(staging, 'cluster');
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(staging, 'password'), access.adminPassword, { mode: 0o600 });
  await chmod(staging, 0o700);
  if (user !== null) await giveTo(staging, user);
  const outcome = await runProgram(programs.initdb, initdbArguments(folder, user), folder, user);
  if (outcome.code !== 0) {
    await removeStaging(staging);
    const reason = /error: .*/.exec(outcome.errors)?.[0] ?? outcome.errors.trim().split('\n')[0];
    throw new EmbeddedPostgresError(
      `PostgreSQL could not make its data folder under ${dataDir}: ${reason}`,
    );
  }
  await rename(folder, cluster.folder);
  await syncFolder(dataDir);
  await removeStaging(staging);
}
