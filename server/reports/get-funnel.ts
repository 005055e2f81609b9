import {
  FUNNEL_DEFINITION_VERSION,
  type FunnelCounts,
  funnelDefinition,
  type FunnelQuery,
  type FunnelReport,
  funnelStrata,
} from '#domain/reports/funnel.ts';
import { figureOf } from '#domain/reports/shares.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { readResponders } from './get-responders.ts';
import { readShares } from './get-shares.ts';

/** The counts of each row, as the other reports count them. */
async function readCounts(
  ctx: Ctx,
  { figure, ...filters }: FunnelQuery,
): Promise<{ asOf: string; rows: FunnelCounts[] }> {
  if (figure === 'responders') {
    const { asOf, groups } = await readResponders(ctx, {
      ...filters,
      week: 12,
      measure: 'photo_global_assessment',
      threshold: 1,
    });
    return {
      asOf,
      rows: groups.map(({ key, label, indication, started, sessions, responders, assessed }) => ({
        key,
        label,
        indication,
        patients: started,
        sessions,
        count: responders,
        of: assessed,
      })),
    };
  }
  const report = figure === 'grade_2' ? 'severity' : 'side_effects';
  const { asOf, groups } = await readShares(ctx, { ...filters, report, courses: 'first' });
  return {
    asOf,
    rows: groups.map((group) => {
      const { key, label, indication, patients, sessions } = group;
      const { count = 0, of = 0 } = figureOf(group, figure) ?? {};
      return { key, label, indication, patients, sessions, count, of };
    }),
  };
}

/** The report in any transaction or none. */
export async function readFunnel(ctx: Ctx, query: FunnelQuery): Promise<FunnelReport> {
  const { asOf, rows } = await readCounts(ctx, query);
  return {
    definitionVersion: FUNNEL_DEFINITION_VERSION,
    definition: funnelDefinition(query.figure, query.groupBy),
    asOf,
    from: query.from ?? null,
    to: query.to ?? null,
    figure: query.figure,
    groupBy: query.groupBy,
    strata: funnelStrata(rows),
  };
}

/** Shares against volume between the limits of chance, by indication. Source: CLINICAL.md section 6. */
export async function getFunnel(ctx: Ctx, query: FunnelQuery): Promise<FunnelReport> {
  authorise(ctx, 'reports.read');
  return await readFunnel(ctx, query);
}
