import { resolve } from 'node:path';

/** What the server was told by its environment. */
export type Config = {
  port: number;
  host: string;
  dataDir: string;
  /** A PostgreSQL elsewhere; undefined for the embedded one under `dataDir`. */
  databaseUrl: string | undefined;
  publicUrl: string;
  /** Undefined: made once and kept in `dataDir`. */
  authSecret: string | undefined;
  demo: boolean;
  /** Whether a proxy in front names the caller's address in X-Forwarded-For. */
  trustProxy: boolean;
  tls: { cert: string; key: string } | undefined;
};

/** A setting that cannot be used. Its message is the one line that stops the start. */
export class ConfigError extends Error {}

type Environment = Record<string, string | undefined>;

const set = (env: Environment, name: string): string | undefined => {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
};

function readPort(env: Environment): number {
  const text = set(env, 'PORT') ?? '4310';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new ConfigError(`PORT must be a number from 1 to 65535, not "${text}".`);
  return port;
}

function readFlag(env: Environment, name: string): boolean {
  const text = set(env, name) ?? '0';
  if (text !== '0' && text !== '1') throw new ConfigError(`${name} must be 0 or 1, not "${text}".`);
  return text === '1';
}

function readUrl(env: Environment, name: string, protocols: readonly string[]): string | undefined {
  const text = set(env, name);
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw new ConfigError(
      `${name} must be an address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}.`,
    );
  return text;
}

function readTls(env: Environment): Config['tls'] {
  const [cert, key] = [set(env, 'TLS_CERT'), set(env, 'TLS_KEY')];
  if ((cert === undefined) !== (key === undefined))
    throw new ConfigError(
      `${cert === undefined ? 'TLS_CERT' : 'TLS_KEY'} is missing: give both files or neither.`,
    );
  return cert === undefined || key === undefined ? undefined : { cert, key };
}

/**
 * Reads the settings.
 * @throws ConfigError naming the first wrong one
 */
export function readConfig(env: Environment): Config {
  const port = readPort(env);
  const host = set(env, 'HOST') ?? '127.0.0.1';
  if (!/^[\w.:-]+$/.test(host))
    throw new ConfigError(`HOST must be a host name or address, not "${host}".`);
  const tls = readTls(env);
  const secret = set(env, 'AUTH_SECRET');
  if (secret !== undefined && secret.length < 32)
    throw new ConfigError(
      'AUTH_SECRET must be at least 32 characters. Leave it out to have one made and kept.',
    );
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    port,
    host,
    dataDir: resolve(set(env, 'DATA_DIR') ?? './data'),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    publicUrl:
      readUrl(env, 'PUBLIC_URL', ['http:', 'https:']) ??
      `${tls ? 'https' : 'http'}://${shownHost}:${port}`,
    authSecret: secret,
    demo: readFlag(env, 'DEMO'),
    trustProxy: readFlag(env, 'TRUST_PROXY'),
    tls,
  };
}
