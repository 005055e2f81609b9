import * as z from 'zod/mini';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import type { GroupAbout, ReportGrouping } from '#domain/reports/report-filters.ts';
import { TECHNIQUE_LABELS, TECHNIQUES } from '#domain/sessions/session-enums.ts';
import type { Database } from '../db/database.ts';
import { versionNames } from '../recipes/version-names.ts';
import { staffNames } from '../staff/staff-names.ts';
import { groupKey } from './started-courses.ts';

/** What every row of a report comes with from SQL. */
export const groupRow = {
  indication: z.enum(INDICATIONS),
  value: z.string(),
  patients: z.number(),
  sessions: z.number(),
};

type GroupRow = z.infer<ReturnType<typeof groupRowSchema>>;
const groupRowSchema = () => z.object(groupRow);

async function namesOf(
  db: Database,
  groupBy: ReportGrouping,
  rows: readonly Pick<GroupRow, 'value'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ value }) => value))].filter((value) => value !== 'none');
  if (groupBy === 'recipe')
    return new Map(
      (await versionNames(db, ids)).map((one) => [one.id, `${one.recipeName} v${one.number}`]),
    );
  if (groupBy === 'practitioner')
    return new Map((await staffNames(db, ids)).map((one) => [one.id, one.name]));
  return new Map(TECHNIQUES.map((technique) => [technique, TECHNIQUE_LABELS[technique]]));
}

const UNNAMED: Record<ReportGrouping, string> = {
  recipe: 'No recipe',
  technique: 'Not recorded',
  practitioner: 'Not recorded',
  indication: '',
};

/** Names the rows of a report: what each is called, and its key. */
export async function groupNames(
  db: Database,
  groupBy: ReportGrouping,
  rows: readonly Pick<GroupRow, 'value'>[],
): Promise<(row: GroupRow) => GroupAbout> {
  const names =
    groupBy === 'indication' ? new Map<string, string>() : await namesOf(db, groupBy, rows);
  return ({ indication, value, patients, sessions }) => ({
    key: groupKey(groupBy, indication, value),
    label:
      groupBy === 'indication'
        ? INDICATION_LABELS[indication]
        : (names.get(value) ?? UNNAMED[groupBy]),
    indication,
    patients,
    sessions,
  });
}
