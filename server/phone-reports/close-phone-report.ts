import { and, eq, sql } from 'drizzle-orm';
import {
  type PhoneReport,
  type PhoneReportClose,
  REPORT_CLOSING_LABELS,
} from '#domain/phone-reports/phone-report.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { updatedOrStale } from '../db/fetch.ts';
import { phoneReports } from '../db/schema/phone-reports.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import { closeReportTask, takeReportTask } from '../follow-ups/report-task.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchReport } from './phone-report-view.ts';

type Change = Partial<typeof phoneReports.$inferInsert>;

async function save(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: PhoneReport,
  version: number,
  change: Change,
): Promise<PhoneReport> {
  await updatedOrStale(
    await tx.db
      .update(phoneReports)
      .set({ ...change, version: sql`${phoneReports.version} + 1`, updatedAt: ctx.deps.now() })
      .where(and(eq(phoneReports.id, before.id), eq(phoneReports.version, version)))
      .returning(),
    () => fetchReport(tx.db, before.id),
  );
  const after = await fetchReport(tx.db, before.id);
  const what = { act, entity: 'phone-report', entityId: before.id, patientId: before.patient.id };
  await tx.record({ ...what, before, after });
  return after;
}

async function openReport(tx: Tx, id: string): Promise<PhoneReport> {
  const before = await fetchReport(tx.db, id);
  if (before.closedAt !== null) throw new Problem('conflict', 'This report is closed already.');
  return before;
}

/**
 * A clinician takes a report over: others see that someone has it.
 * @throws Problem `not_found`, `stale`, `conflict` when it is closed
 */
export async function takePhoneReport(ctx: Ctx, id: string, version: number): Promise<PhoneReport> {
  authorise(ctx, 'phone-reports.read');
  return await transact(ctx, async (tx) => {
    const before = await openReport(tx, id);
    const after = await save(ctx, tx, 'phone-reports.take', before, version, {
      takenBy: ctx.actor.staffId,
      takenAt: ctx.deps.now(),
    });
    await takeReportTask(ctx, tx, id);
    return after;
  });
}

async function requireEffectOf(tx: Tx, sideEffectId: string, patientId: string): Promise<void> {
  const known = await tx.db
    .select({ id: sideEffects.id })
    .from(sideEffects)
    .where(and(eq(sideEffects.id, sideEffectId), eq(sideEffects.patientId, patientId)));
  if (known.length === 0)
    throw invalidField('sideEffectId', 'This patient has no such side effect.');
}

/**
 * Closes a report with what it turned into: a side effect of this patient, advice, or neither.
 * @throws Problem `not_found`, `stale`, `conflict` when it is closed, `invalid` at the field
 */
export async function closePhoneReport(
  ctx: Ctx,
  id: string,
  version: number,
  input: PhoneReportClose,
): Promise<PhoneReport> {
  authorise(ctx, 'phone-reports.read');
  return await transact(ctx, async (tx) => {
    const before = await openReport(tx, id);
    const { closing, note, sideEffectId } = input;
    if (sideEffectId !== null) await requireEffectOf(tx, sideEffectId, before.patient.id);
    const now = ctx.deps.now();
    const after = await save(ctx, tx, 'phone-reports.close', before, version, {
      closing,
      closeNote: note,
      sideEffectId,
      closedBy: ctx.actor.staffId,
      closedAt: now,
      ...(before.takenBy === null ? { takenBy: ctx.actor.staffId, takenAt: now } : {}),
    });
    await closeReportTask(ctx, tx, id, note ?? REPORT_CLOSING_LABELS[closing]);
    return after;
  });
}
