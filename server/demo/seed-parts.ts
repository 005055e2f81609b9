import type { DemoBatch } from '#domain/demo/demo-batch.ts';
import { type DemoCare, demoCareAt } from '#domain/demo/demo-care.ts';
import { DEMO_CLINIC } from '#domain/demo/demo-clinic.ts';
import { type DemoNotification, demoNotifications } from '#domain/demo/demo-notifications.ts';
import { type DemoRecords, demoRecordsAt } from '#domain/demo/demo-records.ts';
import { batchIds, type DemoScale, scaleClinic } from '#domain/demo/demo-scale.ts';
import { type DemoWaitingEntry, demoWaitingList } from '#domain/demo/demo-waiting-list.ts';
import { mapTexts } from '#domain/demo/demo-weeks.ts';
import { calendarDateIn } from '#domain/shared/clinic-time.ts';
import { type DemoTx, demoTx } from '../audit/demo-tx.ts';
import type { AuditEvent, Tx } from '../audit/transact.ts';
import { type CopyText, copyText } from './copy-text.ts';
import { addDemoRecords } from './fill-with-demo.ts';

/** What was written. */
export type Seeded = { patients: number; sessions: number; appointments: number; outcomes: number };

/** The clinic that is asked for, at a moment of ISO 8601. */
export type SeedOrder = { scale: DemoScale; now: string };

/** What a clinic has once. */
type HadOnce = Pick<DemoRecords, 'ingredients' | 'recipes'> & {
  notifications: DemoNotification[];
  waiting: DemoWaitingEntry[];
};

/** One batch of a clinic, ready to be written. */
export type SeedPart = {
  seeded: Seeded;
  /** Comes with the first batch alone. */
  once: HadOnce | null;
  /** Writes its rows and answers what the audit shall say of them. */
  write: (tx: Tx) => Promise<AuditEvent[]>;
};

/** Makes a clinic in batches, in any order. */
export type SeedParts = (order: SeedOrder) => AsyncIterable<SeedPart>;

/** A part of which the rows are texts: what can be sent from one thread to another. */
export type PartInTexts = Omit<SeedPart, 'write'> & { texts: CopyText[]; told: AuditEvent[] };

/** The records of one batch, under ids of their own. */
type MadePart = Omit<SeedPart, 'write'> & { records: DemoRecords; care: DemoCare };

function makePart(now: string, today: string, batch: DemoBatch): MadePart {
  const records = demoRecordsAt(now, today, batch);
  const care = demoCareAt(records, now, today);
  const isFirst = batch.number === 0;
  const shared = isFirst ? {} : { consentTexts: [], levelChanges: [] };
  const { ingredients, recipes, patients, sessions, appointments, outcomes } = records;
  return {
    records,
    // Ids change to ids: the shape stays what it was.
    care: mapTexts({ ...care, ...shared }, batchIds(batch.number)) as DemoCare,
    once: isFirst
      ? {
          ingredients,
          recipes,
          notifications: demoNotifications(records),
          waiting: demoWaitingList(records, today),
        }
      : null,
    seeded: {
      patients: patients.length,
      sessions: sessions.length,
      appointments: appointments.length,
      outcomes: outcomes.length,
    },
  };
}

function* madeParts({ scale, now }: SeedOrder, own = { which: 0, of: 1 }): Generator<MadePart> {
  const plan = scaleClinic(scale);
  const today = calendarDateIn(DEMO_CLINIC.timeZone, new Date(now));
  for (const batch of plan.batches())
    if ((batch.number % plan.teams.length) % own.of === own.which)
      yield makePart(now, today, batch);
}

/** Makes the batches one after the other in this thread, and writes them by inserting. */
export async function* partsMadeHere(order: SeedOrder): AsyncGenerator<SeedPart> {
  for (const { records, care, ...part } of madeParts(order))
    yield {
      ...part,
      write: async (tx) => {
        const told: AuditEvent[] = [];
        const record = async (event: AuditEvent): Promise<void> => void told.push(event);
        await addDemoRecords(demoTx(tx, record), records, care);
        return told;
      },
    };
}

/**
 * Makes, of a clinic's batches, those of one in so many threads, as texts. Batches of one team
 * follow each other in its diary, so they stay in one thread.
 */
export async function* partsInTexts(
  order: SeedOrder,
  own: { which: number; of: number },
): AsyncGenerator<PartInTexts> {
  for (const { records, care, ...part } of madeParts(order, own)) {
    const [texts, told]: [CopyText[], AuditEvent[]] = [[], []];
    const tx: DemoTx = {
      insert: async (table, rows) => {
        if (rows.length > 0) texts.push(copyText(table, rows));
      },
      record: async (event) => void told.push(event),
    };
    await addDemoRecords(tx, records, care);
    yield { ...part, texts, told };
  }
}
