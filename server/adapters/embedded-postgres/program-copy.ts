import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { makeLibraryLinks } from './library-links.ts';
import type { ProgramUser } from './program-user.ts';

/** Readable by all, whatever the umask npm ran under. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target);
      const { mode } = await lstat(source);
      await chmod(target, (mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
}

/** Programs are run from here: nobody else may have made the folder or be able to write into it. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  return (
    found !== null &&
    found.isDirectory() &&
    found.uid === (process.getuid?.() ?? found.uid) &&
    (process.platform === 'win32' || (found.mode & 0o022) === 0)
  );
}

async function cacheFolder(dataDir: string, user: ProgramUser): Promise<string> {
  // Under root it has to lie where the unprivileged user can reach it; DATA_DIR often does not.
  const system = process.platform === 'darwin' ? '/Library/Caches' : '/var/cache';
  const candidates =
    user === null
      ? [join(dataDir, 'postgres-programs')]
      : [join(system, 'mesodesk'), join(tmpdir(), 'mesodesk-programs')];
  for (const folder of candidates) {
    const made = await mkdir(folder, { recursive: true, mode: 0o755 }).catch(() => undefined);
    if (made !== undefined) await chmod(folder, 0o755);
    if (await isOurs(folder)) return folder;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL can't be copied to where an unprivileged user reaches it (tried ${candidates.join(' and ')}). ` +
      'Start the server as a normal user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

/** Copies a platform package (60 MB, once per version) to a cache; returns the copy's folder. */
export async function copyPrograms(
  root: string,
  version: string,
  dataDir: string,
  user: ProgramUser,
): Promise<string> {
  const cache = await cacheFolder(dataDir, user);
  const final = join(cache, `postgresql-${version}-${process.arch}`);
  if (await isOurs(final)) return final;
  const aside = await mkdtemp(join(cache, 'copying-'));
  try {
    await copyTree(join(root, 'native'), join(aside, 'native'));
    await makeLibraryLinks(aside);
    await chmod(aside, 0o755);
    await rename(aside, final).catch(async (error: unknown) => {
      if (!(await isOurs(final))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return final;
}
