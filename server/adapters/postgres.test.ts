import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { selectRows } from '#server/db/rows.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { openPostgres } from './postgres.ts';

const backend = z.object({ pid: z.number() });
let dataDir: string;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mesodesk-'));
  postgres = await startEmbeddedPostgres({ dataDir });
});

afterAll(async () => {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const ownPid = sql`SELECT pg_backend_pid() AS pid`;

test('statements and forgotten transactions have a limit', async () => {
  const { db, close } = openPostgres(postgres.url);
  const limits = z.object({ name: z.string(), setting: z.string() });
  const rows = await selectRows(
    db,
    limits,
    sql`SELECT name, setting FROM pg_settings
      WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`,
  );
  expect(rows).toEqual([
    { name: 'idle_in_transaction_session_timeout', setting: '60000' },
    { name: 'statement_timeout', setting: '30000' },
  ]);
  await close();
});

test('an idle connection that the server drops is told and replaced', async () => {
  const onLost = vi.fn<(error: Error) => void>();
  const idle = openPostgres(postgres.url, onLost);
  const other = openPostgres(postgres.url);
  const [before] = await selectRows(idle.db, backend, ownPid);
  await other.db.execute(sql`SELECT pg_terminate_backend(${before?.pid})`);
  await vi.waitUntil(() => onLost.mock.calls.length > 0);
  const [after] = await selectRows(idle.db, backend, ownPid);
  expect(after?.pid).not.toBe(before?.pid);
  await idle.close();
  await other.close();
});

test('a connection lost in a transaction fails that transaction and nothing else', async () => {
  const busy = openPostgres(postgres.url);
  const other = openPostgres(postgres.url);
  const cutOff = busy.db.transaction(async (tx) => {
    const [own] = await selectRows(tx, backend, ownPid);
    await other.db.execute(sql`SELECT pg_terminate_backend(${own?.pid}, 5000)`);
    await selectRows(tx, backend, ownPid);
  });
  await expect(cutOff).rejects.toThrow();
  expect(await selectRows(busy.db, backend, ownPid)).toHaveLength(1);
  await busy.close();
  await other.close();
});

test('a server that is not there is an error within seconds', async () => {
  const { db, close } = openPostgres('postgres://nobody:x@127.0.0.1:1/none');
  await expect(db.execute(sql`SELECT 1`)).rejects.toThrow();
  await close();
});
