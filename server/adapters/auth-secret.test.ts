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
