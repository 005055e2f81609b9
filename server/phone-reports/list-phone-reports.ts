import { eq, isNull, sql } from 'drizzle-orm';
import type {
  HandedOverQuery,
  PhoneReportQuery,
} from '#domain/phone-reports/phone-report-query.ts';
import type { HandedOver, PhoneReport } from '#domain/phone-reports/phone-report.ts';
import type { Page } from '#domain/shared/page.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { phoneReports } from '../db/schema/phone-reports.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchReport, findReports, toHandedOver } from './phone-report-view.ts';

const KEYS: SortKey[] = [
  { expression: sql`phone_reports.created_at`, direction: 'desc' },
  { expression: sql`phone_reports.id`, direction: 'desc' },
];

function afterOf(cursor: string | undefined) {
  const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, 2, 'instant');
  return at === undefined
    ? undefined
    : afterCursor(KEYS, [sql`${at}::timestamptz`, sql`${id}::uuid`]);
}

const cursorOf = ({ createdAt, id }: PhoneReport): readonly string[] => [createdAt, id];

/**
 * Reports for the care team, newest first. That they were read is recorded.
 * @throws Problem `invalid` at `cursor`
 */
export async function listPhoneReports(
  ctx: Ctx,
  query: PhoneReportQuery,
): Promise<Page<PhoneReport>> {
  authorise(ctx, 'phone-reports.read');
  const found = await findReports(
    ctx.deps.db,
    [
      query.state === 'open' ? isNull(phoneReports.closedAt) : undefined,
      query.patientId === undefined ? undefined : eq(phoneReports.patientId, query.patientId),
      afterOf(query.cursor),
    ],
    query.limit + 1,
  );
  const page = pageFrom(found, query.limit, cursorOf);
  await recordPartsRead(
    ctx,
    page.items.map(({ patient }) => ({ patientId: patient.id })),
  );
  return page;
}

/**
 * What the caller handed over, newest first: when, and whether someone has it; nothing of what was
 * said.
 * @throws Problem `invalid` at `cursor`
 */
export async function listHandedOver(ctx: Ctx, query: HandedOverQuery): Promise<Page<HandedOver>> {
  authorise(ctx, 'phone-reports.write');
  const own = eq(phoneReports.filedBy, ctx.actor.staffId);
  const found = await findReports(ctx.deps.db, [own, afterOf(query.cursor)], query.limit + 1);
  const page = pageFrom(found, query.limit, cursorOf);
  return { ...page, items: page.items.map(toHandedOver) };
}

/**
 * One report for the care team. That it was read is recorded.
 * @throws Problem `not_found`
 */
export async function getPhoneReport(ctx: Ctx, id: string): Promise<PhoneReport> {
  authorise(ctx, 'phone-reports.read');
  const found = await fetchReport(ctx.deps.db, id);
  await recordPartsRead(ctx, [{ patientId: found.patient.id }]);
  return found;
}
