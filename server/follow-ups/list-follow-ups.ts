import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { WINDOWED_RULES } from '#domain/follow-ups/follow-up-enums.ts';
import type { FollowUpDue, FollowUpQuery } from '#domain/follow-ups/follow-up-query.ts';
import type { CareFollowUp, FollowUp } from '#domain/follow-ups/follow-up.ts';
import type { Page } from '#domain/shared/page.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { afterCursor, decodeCursor, orderOf, pageFrom, type SortKey } from '../db/keyset.ts';
import { followUpTasks } from '../db/schema/follow-ups.ts';
import { authorise, type Ctx } from '../http/context.ts';
import {
  findTasks,
  rulesFor,
  type TaskRow,
  toCareFollowUps,
  toFollowUps,
} from './follow-up-view.ts';

// One text that sorts: how urgent, then the day it is best met on. A lapsed course can wait longest.
const RANK = sql`(CASE WHEN follow_up_tasks.urgency = 'now' THEN '0'
    WHEN follow_up_tasks.urgency = 'same_day' THEN '1'
    WHEN follow_up_tasks.rule = 'lapsed_course' THEN '3' ELSE '2' END
  || to_char(follow_up_tasks.target_on, 'YYYY-MM-DD')) COLLATE "C"`;
const KEYS: SortKey[] = [
  { expression: RANK, direction: 'asc' },
  { expression: sql`follow_up_tasks.id`, direction: 'asc' },
];
/** The first letter of that text. */
function rankOf({ urgency, rule }: Pick<TaskRow, 'urgency' | 'rule'>): string {
  if (urgency !== 'usual') return urgency === 'now' ? '0' : '1';
  return rule === 'lapsed_course' ? '3' : '2';
}
const LATEST_FIRST: SortKey[] = [
  {
    expression: sql`to_char(follow_up_tasks.closed_on, 'YYYY-MM-DD') COLLATE "C"`,
    direction: 'desc',
  },
  { expression: sql`follow_up_tasks.id`, direction: 'desc' },
];

/** The states of `followUpState` once more in SQL, so that a list is narrowed by them. */
function conditionOf(due: FollowUpDue, today: string): SQL | undefined {
  const { rule, status, dueFrom, targetOn, dueTo, callBackOn } = followUpTasks;
  const isOpen = sql`${status} = 'open'`;
  const hasWindow = inArray(rule, [...WINDOWED_RULES]);
  const isMissed = sql`(${hasWindow} AND ${dueTo} < ${today}::date)`;
  const hasBegun = sql`${dueFrom} <= ${today}::date`;
  if (due === 'all') return undefined;
  if (due === 'closed') return sql`${status} <> 'open'`;
  if (due === 'upcoming') return sql`${isOpen} AND ${dueFrom} > ${today}::date`;
  if (due === 'missed') return sql`${isOpen} AND ${isMissed}`;
  const now = sql`${isOpen} AND ${hasBegun} AND NOT ${isMissed}`;
  if (due === 'overdue') return sql`${now} AND ${targetOn} < ${today}::date`;
  // Someone said to call back later: until that day it is no call for today.
  return sql`${now} AND (${callBackOn} IS NULL OR ${callBackOn} <= ${today}::date)`;
}

async function findPage(ctx: Ctx, query: FollowUpQuery) {
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const now = ctx.deps.now();
  const today = clinicToday(timeZone, now);
  const rules = rulesFor(ctx);
  const keys = query.due === 'closed' ? LATEST_FIRST : KEYS;
  const [rank, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2);
  const found = await findTasks(
    db,
    [
      conditionOf(query.due, today),
      rules === undefined ? undefined : inArray(followUpTasks.rule, [...rules]),
      query.rule === undefined ? undefined : eq(followUpTasks.rule, query.rule),
      query.whose === 'mine' ? eq(followUpTasks.assignedTo, ctx.actor.staffId) : undefined,
      query.needsClinician === 'yes' ? eq(followUpTasks.needsClinician, true) : undefined,
      query.patientId === undefined ? undefined : eq(followUpTasks.patientId, query.patientId),
      rank === undefined ? undefined : afterCursor(keys, [sql`${rank}::text`, sql`${id}::uuid`]),
    ],
    orderOf(keys),
    query.limit + 1,
    now,
  );
  const page = pageFrom(found, query.limit, ({ task }) => [
    query.due === 'closed' ? task.closedOn : `${rankOf(task)}${task.targetOn}`,
    task.id,
  ]);
  return { page, today };
}

/**
 * The worklist as the desk reads it: whom to call and why in desk words, the most urgent first.
 * The desk sees no task that a side effect or a report asks for.
 * @throws Problem `invalid` at `cursor`
 */
export async function listFollowUps(ctx: Ctx, query: FollowUpQuery): Promise<Page<FollowUp>> {
  authorise(ctx, 'follow-ups.read');
  const { page, today } = await findPage(ctx, query);
  return { ...page, items: await toFollowUps(ctx.deps.db, page.items, today) };
}

/**
 * The worklist as the care team reads it, with the side effect or report behind each task. That
 * these were read is recorded.
 * @throws Problem `invalid` at `cursor`
 */
export async function listCareFollowUps(
  ctx: Ctx,
  query: FollowUpQuery,
): Promise<Page<CareFollowUp>> {
  authorise(ctx, 'follow-ups.record');
  const { page, today } = await findPage(ctx, query);
  const items = await toCareFollowUps(ctx.deps.db, page.items, today);
  await recordPartsRead(
    ctx,
    items
      .filter(({ sideEffect, phoneReportId }) => sideEffect !== null || phoneReportId !== null)
      .map(({ patient }) => ({ patientId: patient.id })),
  );
  return { ...page, items };
}
