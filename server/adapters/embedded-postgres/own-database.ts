import { Client, DatabaseError } from 'pg';
import type { Access } from './access.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const NAME = 'mesodesk';
const TIMEOUT_MS = 5_000;
const WRONG_PASSWORD = '28P01';
// No such role, wrong password, no such database: what a first start that was cut off leaves.
const UNFINISHED = ['28000', WRONG_PASSWORD, '3D000'];

function addressOf(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** The URL of the clinic's database, as its owner, who is no superuser. */
export function databaseUrl({ password, port }: Access): string {
  return addressOf(NAME, password, port, NAME);
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: 30_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function adminUrl(access: Access): string {
  return addressOf('postgres', access.adminPassword, access.port, 'postgres');
}

async function completeDatabase(access: Access): Promise<void> {
  await withClient(adminUrl(access), async (client) => {
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [NAME]);
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${NAME} LOGIN CREATEDB PASSWORD '${access.password}'`);
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [NAME]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  });
}

/**
 * Proves that the server on `access.port` is our cluster and answers, making the clinic's role and
 * database where missing. Returns the server's version, like `18.4`.
 * @throws EmbeddedPostgresError when it refuses the remembered password.
 */
export async function openOwnDatabase(access: Access): Promise<string> {
  const version = () =>
    withClient(databaseUrl(access), async (client) => {
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      return rows[0]?.server_version ?? '';
    });
  try {
    return await version();
  } catch (error) {
    if (!(error instanceof DatabaseError) || !UNFINISHED.includes(error.code ?? '')) throw error;
  }
  try {
    await completeDatabase(access);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== WRONG_PASSWORD) throw error;
    throw new EmbeddedPostgresError(
      'The database refuses the password in postgres-access.json. Restore that file from a backup.',
    );
  }
  return version();
}
