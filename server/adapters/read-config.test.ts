import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './read-config.ts';

test('nothing set gives the defaults', () => {
  expect(readConfig({})).toMatchObject({
    port: 4310,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:4310',
    databaseUrl: undefined,
    demo: false,
    trustProxy: false,
  });
  expect(readConfig({ DATA_DIR: '/clinic' }).dataDir).toBe('/clinic');
});

test('a wrong value is named', () => {
  const wrong: [string, string][] = [
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://x'],
    ['PUBLIC_URL', 'clinic.example'],
    ['AUTH_SECRET', 'short'],
    ['DEMO', 'yes'],
    ['TRUST_PROXY', 'true'],
    ['TLS_CERT', '/cert.pem'],
  ];
  for (const [name, value] of wrong) {
    const read = () => readConfig({ [name]: value });
    expect(read, name).toThrow(ConfigError);
    expect(read, name).toThrow(name === 'TLS_CERT' ? /TLS_KEY/ : new RegExp(name));
  }
});
