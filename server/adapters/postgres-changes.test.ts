import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { LiveChanges } from '#domain/live/live-change.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { openPostgres } from './postgres.ts';
import { openPostgresChanges } from './postgres-changes.ts';

const BOOKED: LiveChanges = {
  deskId: 'a-desk',
  changes: [{ area: 'appointments', patientId: null }],
};

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

/** A server's changes, and what it heard of them. */
function listening(name: string) {
  const changes = openPostgresChanges(postgres.url, name);
  const heard: LiveChanges[] = [];
  changes.listen((told) => heard.push(told));
  return { changes, heard };
}

test('two servers on one database tell each other, and each hears its own once', async () => {
  const [one, two] = [listening('one'), listening('two')];
  // Until both connections listen, what is told is missed by the other.
  await vi.waitFor(() => {
    one.changes.tell(BOOKED);
    expect(two.heard.length).toBeGreaterThan(0);
  });
  const before = one.heard.length;
  one.changes.tell(BOOKED);
  expect(one.heard).toHaveLength(before + 1);
  await vi.waitFor(() => expect(two.heard.at(-1)).toEqual(BOOKED));
  expect(one.heard).toHaveLength(before + 1);
  await one.changes.close();
  await two.changes.close();
});

test('a connection that is lost is opened again', async () => {
  const [one, two] = [listening('one'), listening('two')];
  await vi.waitFor(() => {
    one.changes.tell(BOOKED);
    expect(two.heard.length).toBeGreaterThan(0);
  });
  const { db, close } = openPostgres(postgres.url);
  await db.execute(
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'mesodesk changes'`,
  );
  await close();
  const before = two.heard.length;
  await vi.waitFor(
    () => {
      one.changes.tell(BOOKED);
      expect(two.heard.length).toBeGreaterThan(before);
    },
    { timeout: 15_000, interval: 200 },
  );
  await one.changes.close();
  await two.changes.close();
});
