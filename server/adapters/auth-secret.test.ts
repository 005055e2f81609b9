import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readOrMakeSecret } from './auth-secret.ts';
import { ConfigError } from './read-config.ts';

test('a data folder that cannot be made is refused by the name of its setting', async () => {
  const inFile = `${fileURLToPath(import.meta.url)}/data`;
  const refused = readOrMakeSecret(inFile);
  await expect(refused).rejects.toThrow(ConfigError);
  await expect(refused).rejects.toThrow(/^DATA_DIR cannot be used: ENOTDIR/);
});

test.runIf(process.platform === 'linux')(
  'where the system takes no folders it is refused at once, not tried for ever',
  async () => {
    const refused = readOrMakeSecret('/proc/mesodesk/data');
    await expect(refused).rejects.toThrow(/^DATA_DIR cannot be used: ENOENT/);
  },
  5_000,
);

test('folders that are missing above it are made, and the secret stays the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mesodesk-secret-'));
  const dataDir = join(folder, 'a/b');
  const made = await readOrMakeSecret(dataDir);
  expect(await readOrMakeSecret(dataDir)).toBe(made);
  expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
