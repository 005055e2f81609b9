import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { DemoBatch } from '#domain/demo/demo-batch.ts';
import { type DemoCare, demoCareAt } from '#domain/demo/demo-care.ts';
import { DEMO_CLINIC } from '#domain/demo/demo-clinic.ts';
import { demoRecordsAt } from '#domain/demo/demo-records.ts';
import { batchIds, type DemoScale, scaleClinic } from '#domain/demo/demo-scale.ts';
import { mapTexts } from '#domain/demo/demo-weeks.ts';
import { transact } from '../audit/transact.ts';
import { clinicToday, findClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import type { Deps } from '../deps.ts';
import { lockUsedVersions } from '../recipes/lock-used-versions.ts';
import { putBack, takeOff } from './bulk-load.ts';
import { addDemoFrame, addDemoRecords, demoContext } from './fill-with-demo.ts';
import { countForReports, reportLater } from './report-facts.ts';

/** The database holds a clinic already. Its message is the one line that stops the seed. */
export class AlreadyAClinicError extends Error {}

/** What was written. */
export type Seeded = { patients: number; sessions: number; appointments: number; outcomes: number };

const NUMBER = new Intl.NumberFormat('en');

/** What a batch holds, under ids of its own. What a clinic has once comes with the first alone. */
function makeBatch(now: string, today: string, batch: DemoBatch) {
  const records = demoRecordsAt(now, today, batch);
  const care = demoCareAt(records, now, today);
  const shared = batch.number === 0 ? {} : { consentTexts: [], levelChanges: [] };
  // Ids change to ids: the shape stays what it was.
  const ownCare = mapTexts({ ...care, ...shared }, batchIds(batch.number)) as DemoCare;
  return { records, care: ownCare };
}

/**
 * Fills an empty database with a made-up clinic of any size, marked as one: batches of the demo
 * clinic's generator, so memory does not grow with it. All of it is one transaction, in which
 * indexes and references are put back; broken off, it leaves the database as it was. The database
 * is vacuumed after. `say` gets lines of progress.
 * @throws AlreadyAClinicError
 */
export async function seedClinic(
  deps: Deps,
  scale: DemoScale,
  say: (line: string) => void,
): Promise<Seeded> {
  if (await findClinic(deps.db))
    throw new AlreadyAClinicError(
      'This database holds a clinic. Seed fills an empty database only.',
    );
  const begun = deps.now();
  const seconds = (): string => `${Math.round((deps.now().getTime() - begun.getTime()) / 1000)} s`;
  const today = clinicToday(DEMO_CLINIC.timeZone, begun);
  const plan = scaleClinic(scale);
  const ctx = demoContext(deps);
  const seeded: Seeded = { patients: 0, sessions: 0, appointments: 0, outcomes: 0 };
  await transact(ctx, async (tx) => {
    for (const setting of ['statement_timeout', 'idle_in_transaction_session_timeout'])
      await tx.db.execute(sql`SELECT set_config(${setting}, '0', true)`);
    await tx.db.execute(sql`SELECT set_config('maintenance_work_mem', '256MB', true)`);
    await reportLater(tx.db);
    const taken = await takeOff(tx.db);
    for (const batch of plan.batches()) {
      const { records, care } = makeBatch(begun.toISOString(), today, batch);
      if (batch.number === 0) await addDemoFrame(ctx, tx, plan, records);
      await addDemoRecords(tx, records, care);
      seeded.patients += records.patients.length;
      seeded.sessions += records.sessions.length;
      seeded.appointments += records.appointments.length;
      seeded.outcomes += records.outcomes.length;
      say(
        `${NUMBER.format(seeded.patients)} of ${NUMBER.format(scale.patients)} patients, ` +
          `${NUMBER.format(seeded.sessions)} sessions, ${seconds()}`,
      );
    }
    await lockUsedVersions(tx);
    await putBack(tx.db, taken, (name) => say(`Putting back ${name}, ${seconds()}`));
    await tx.db.execute(sql`ANALYZE`);
    await countForReports(tx.db, (done) =>
      say(`Counted for reports: ${NUMBER.format(done)} patients, ${seconds()}`),
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
