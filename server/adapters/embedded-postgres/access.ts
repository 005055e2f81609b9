import { randomBytes, randomInt } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.ts';

const accessFile = z.object({
  port: z.int().check(z.minimum(1024), z.maximum(65_535)),
  password: z.string().check(z.regex(/^[\da-f]{48}$/)),
  adminPassword: z.string().check(z.regex(/^[\da-f]{48}$/)),
});

/** The cluster's port on 127.0.0.1, and the passwords of its roles `mesodesk` and `postgres`. */
export type Access = z.infer<typeof accessFile>;

const file = (dataDir: string) => join(dataDir, 'postgres-access.json');

/** Flushes a folder's entries to disk, so that a rename in it survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function writeAccess(dataDir: string, access: Access): Promise<Access> {
  const aside = `${file(dataDir)}.new`;
  const handle = await open(aside, 'w', 0o600);
  await handle.chmod(0o600);
  await handle.writeFile(`${JSON.stringify(access, null, 2)}\n`);
  await handle.sync().finally(() => handle.close());
  await rename(aside, file(dataDir));
  await syncFolder(dirname(file(dataDir)));
  return access;
}

/** Whether nothing listens on this port of 127.0.0.1. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    // Below the ports that systems lend to outgoing connections: one of those could take it.
    const port = randomInt(20_000, 32_000);
    if (await isPortFree(port)) return port;
  }
  throw new EmbeddedPostgresError('No free port between 20000 and 32000 was found on 127.0.0.1.');
}

/** Another port, remembered for the next starts too. */
export async function changePort(dataDir: string, access: Access): Promise<Access> {
  return writeAccess(dataDir, { ...access, port: await freePort() });
}

/**
 * Reads port and passwords from `postgres-access.json` (mode 600), or makes them for a new cluster.
 * @throws EmbeddedPostgresError when the file is missing beside existing data, or damaged.
 */
export async function readAccess(dataDir: string, hasCluster: boolean): Promise<Access> {
  const text = await readFile(file(dataDir), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) {
    try {
      return accessFile.parse(JSON.parse(text));
    } catch {
      throw new EmbeddedPostgresError(`${file(dataDir)} is damaged. Restore it from a backup.`);
    }
  }
  if (hasCluster) {
    throw new EmbeddedPostgresError(
      `${file(dataDir)} with the database's password is missing. Restore it from a backup.`,
    );
  }
  const secret = () => randomBytes(24).toString('hex');
  return writeAccess(dataDir, {
    port: await freePort(),
    password: secret(),
    adminPassword: secret(),
  });
}
