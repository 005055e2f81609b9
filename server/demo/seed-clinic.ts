import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { DemoScale } from '#domain/demo/demo-scale.ts';
import { scaleClinic } from '#domain/demo/demo-scale.ts';
import { demoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { type AuditEvent, transact } from '../audit/transact.ts';
import { findClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import type { Deps } from '../deps.ts';
import { addDemoNotifications } from '../notifications/add-demo-notifications.ts';
import { lockUsedVersions } from '../recipes/lock-used-versions.ts';
import { addDemoWaiting } from '../waiting-list/add-demo-waiting.ts';
import { putBack, takeOff } from './bulk-load.ts';
import { addDemoFrame, demoContext } from './fill-with-demo.ts';
import { countForReports } from './report-facts.ts';
import { partsMadeHere, type Seeded, type SeedParts } from './seed-parts.ts';

/** The database holds a clinic already. Its message is the one line that stops the seed. */
export class AlreadyAClinicError extends Error {}

const NUMBER = new Intl.NumberFormat('en');
/** Of steps that come by the hundred, one line is told in so much time. */
const QUIET_MS = 5_000;

/** One entry of each kind of record instead of one of each batch. */
function addedInAll(told: readonly AuditEvent[]): Map<string, number> {
  const added = new Map<string, number>();
  for (const { entity, after } of told)
    added.set(entity, (added.get(entity) ?? 0) + Number(after?.['added'] ?? 0));
  return added;
}

/**
 * Fills an empty database with a made-up clinic of any size, marked as one: batches of the demo
 * clinic's generator, so memory does not grow with it. All of it is one transaction, in which
 * indexes, references and triggers are put back; broken off, it leaves the database as it was. The
 * database is vacuumed after. `say` gets lines of progress; `parts` makes the batches.
 * @throws AlreadyAClinicError
 */
export async function seedClinic(
  deps: Deps,
  scale: DemoScale,
  say: (line: string) => void,
  parts: SeedParts = partsMadeHere,
): Promise<Seeded> {
  if (await findClinic(deps.db))
    throw new AlreadyAClinicError(
      'This database holds a clinic. Seed fills an empty database only.',
    );
  const begun = deps.now();
  const seconds = (): string => `${Math.round((deps.now().getTime() - begun.getTime()) / 1000)} s`;
  let spoken = 0;
  const sayAtTimes = (line: string): void => {
    if (deps.now().getTime() - spoken < QUIET_MS) return;
    spoken = deps.now().getTime();
    say(line);
  };
  const ctx = demoContext(deps);
  const seeded: Seeded = { patients: 0, sessions: 0, appointments: 0, outcomes: 0 };
  await transact(ctx, async (tx) => {
    for (const setting of ['statement_timeout', 'idle_in_transaction_session_timeout'])
      await tx.db.execute(sql`SELECT set_config(${setting}, '0', true)`);
    await tx.db.execute(sql`SELECT set_config('maintenance_work_mem', '256MB', true)`);
    const taken = await takeOff(tx.db);
    const told: AuditEvent[] = [];
    for await (const part of parts({ scale, now: begun.toISOString() })) {
      if (part.once) {
        await addDemoFrame(ctx, tx, scaleClinic(scale), part.once);
        await addDemoNotifications(demoTx(tx), part.once.notifications);
        await addDemoWaiting(tx, part.once.waiting);
      }
      told.push(...(await part.write(tx)));
      seeded.patients += part.seeded.patients;
      seeded.sessions += part.seeded.sessions;
      seeded.appointments += part.seeded.appointments;
      seeded.outcomes += part.seeded.outcomes;
      say(
        `${NUMBER.format(seeded.patients)} of ${NUMBER.format(scale.patients)} patients, ` +
          `${NUMBER.format(seeded.sessions)} sessions, ${seconds()}`,
      );
    }
    for (const [entity, added] of addedInAll(told)) await recordDemoFill(tx, entity, added);
    await lockUsedVersions(tx);
    await putBack(tx.db, taken, (name) => sayAtTimes(`Putting back ${name}, ${seconds()}`));
    say(`Counting for reports, ${seconds()}`);
    await tx.db.execute(sql`ANALYZE`);
    await countForReports(tx.db, (done) =>
      sayAtTimes(`Counted for reports: ${NUMBER.format(done)} patients, ${seconds()}`),
    );
  });
  say(`Written. Vacuuming, ${seconds()}`);
  await deps.db.execute(sql`VACUUM (ANALYZE)`);
  const [size] = await selectRows(
    deps.db,
    z.object({ size: z.string() }),
    sql`SELECT pg_size_pretty(pg_database_size(current_database())) AS size`,
  );
  say(`Done in ${seconds()}; the database takes ${size?.size ?? ''}.`);
  return seeded;
}
