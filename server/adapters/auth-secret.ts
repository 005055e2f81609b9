import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { ConfigError } from './read-config.ts';

/** The secret that signs cookies: made once, kept in the data folder, readable by its owner alone. */
export async function readOrMakeSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'auth-secret');
  await makeFolder(dataDir).catch((error: unknown) => {
    throw new ConfigError(
      `DATA_DIR cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
    );
  });
  try {
    const made = await open(file, 'wx', 0o600);
    const secret = randomBytes(48).toString('base64url');
    await made.writeFile(secret);
    await made.sync();
    await made.close();
    return secret;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = (await readFile(file, 'utf8')).trim();
  if (kept.length < 32)
    throw new Error(
      `${file} is damaged. Delete it to have a new one made; everyone then signs in again.`,
    );
  return kept;
}
