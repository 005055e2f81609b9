import { and, eq, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm';
import {
  type FollowedCourse,
  tasksOfCourse,
  type WantedTask,
} from '#domain/follow-ups/due-tasks.ts';
import { tasksOfSideEffect } from '#domain/follow-ups/side-effect-tasks.ts';
import { type KeptTask, taskChanges } from '#domain/follow-ups/task-changes.ts';
import { MEASURE_DETAILS, MEASURES } from '#domain/outcomes/measure.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import type { Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { fetchCourse } from '../courses/course-view.ts';
import type { Database } from '../db/database.ts';
import { insertAll } from '../db/insert-all.ts';
import { followUpTasks } from '../db/schema/follow-ups.ts';
import { outcomes } from '../db/schema/outcomes.ts';
import { sessions } from '../db/schema/sessions.ts';
import type { Ctx } from '../http/context.ts';
import { notify } from '../notifications/notify.ts';

/** Readings of these say how a course is at a week: those that can be a response. */
const ASSESSING = MEASURES.filter((measure) => MEASURE_DETAILS[measure].responder !== null);

/** Whom tasks are about. */
type Subject = { patientId: string; courseId: string | null; phoneReportId?: string };

async function followedCourse(db: Database, courseId: string): Promise<FollowedCourse> {
  const { due } = await fetchCourse(db, courseId);
  const signed = await db
    .select({ id: sessions.id, sessionOn: sessions.sessionOn, performedBy: sessions.performedBy })
    .from(sessions)
    .where(and(eq(sessions.courseId, courseId), eq(sessions.status, 'signed')));
  const readings = await db
    .selectDistinct({ assessedOn: outcomes.assessedOn })
    .from(outcomes)
    .where(
      and(
        eq(outcomes.courseId, courseId),
        inArray(outcomes.measure, ASSESSING),
        isNull(outcomes.voidedAt),
      ),
    );
  return {
    id: courseId,
    due,
    sessions: signed,
    assessedOn: readings.map(({ assessedOn }) => assessedOn),
  };
}

const KEPT = {
  id: followUpTasks.id,
  causeKey: followUpTasks.causeKey,
  rule: followUpTasks.rule,
  dueFrom: followUpTasks.dueFrom,
  targetOn: followUpTasks.targetOn,
  dueTo: followUpTasks.dueTo,
  status: followUpTasks.status,
  closedOn: followUpTasks.closedOn,
  closedBy: followUpTasks.closedBy,
};

/**
 * Adds tasks to the open transaction; of a cause that has one already, none is added. Of what
 * needs a clinician the practitioners are told at once.
 */
export async function addTasks(
  ctx: Ctx,
  tx: Tx,
  { patientId, courseId, phoneReportId }: Subject,
  wanted: readonly WantedTask[],
): Promise<void> {
  const now = ctx.deps.now();
  await insertAll(
    tx.db,
    followUpTasks,
    wanted.map(({ metOn, ...task }) => ({
      ...task,
      id: ctx.deps.newId(),
      createdAt: now,
      updatedAt: now,
      version: 1,
      needsClinician: false,
      patientId,
      courseId,
      phoneReportId: phoneReportId ?? null,
      status: metOn === null ? ('open' as const) : ('done' as const),
      closedOn: metOn,
    })),
    sql`ON CONFLICT (cause_key) DO NOTHING`,
  );
  for (const { rule, sideEffectId, urgency } of wanted) {
    const subjectId = phoneReportId ?? sideEffectId;
    if ((rule !== 'phone_report' && rule !== 'escalation') || subjectId === null) continue;
    // What is reviewed within 7 days waits on the list: a bell for it would be heard too often.
    if (urgency === 'usual') continue;
    await notify(ctx, tx, { role: 'practitioner' }, { kind: rule, subjectId, patientId });
  }
}

/** Writes what a cause asks for over what is kept of it, and records that in one entry. */
async function keepInStep(
  ctx: Ctx,
  tx: Tx,
  subject: Subject,
  kept: readonly KeptTask[],
  wanted: readonly WantedTask[],
  today: string,
): Promise<void> {
  const { insert, change } = taskChanges(kept, wanted, today);
  await addTasks(ctx, tx, subject, insert);
  for (const { id, patch } of change)
    await tx.db
      .update(followUpTasks)
      // Whoever closed it no longer did, once its cause decides again.
      .set({
        ...patch,
        closedBy: null,
        closeReason: null,
        version: sql`${followUpTasks.version} + 1`,
        updatedAt: ctx.deps.now(),
      })
      .where(eq(followUpTasks.id, id));
  if (insert.length + change.length === 0) return;
  await tx.record({
    act: 'follow-ups.plan',
    entity: 'course',
    entityId: subject.courseId,
    patientId: subject.patientId,
    after: {
      added: insert.map(({ rule }) => rule),
      changed: change.map(({ id, patch }) => ({ id, ...patch })),
    },
  });
}

/**
 * Keeps a course's follow-ups in step with its sessions, readings and plan, in the open
 * transaction of whatever changed one of them: a signature, a reading or its void, the plan, its
 * end. Nothing needs to watch the clock, because every window is known when its cause is recorded;
 * what is due, overdue or missed on a day is told by its dates. Nothing is ever added twice.
 */
export async function keepCourseTasks(ctx: Ctx, tx: Tx, courseId: string): Promise<void> {
  const { db } = tx;
  const { timeZone } = await fetchClinic(db);
  const { patientId } = await fetchCourse(db, courseId);
  const kept = await db
    .select(KEPT)
    .from(followUpTasks)
    .where(
      and(
        eq(followUpTasks.courseId, courseId),
        notInArray(followUpTasks.rule, ['escalation', 'unresolved_side_effect', 'phone_report']),
      ),
    );
  const wanted = tasksOfCourse(await followedCourse(db, courseId));
  const today = clinicToday(timeZone, ctx.deps.now());
  await keepInStep(ctx, tx, { patientId, courseId }, kept, wanted, today);
}

/**
 * Keeps the follow-ups of a side effect in step with it, in the open transaction that recorded or
 * changed it. A level that a clinician has dealt with does not ask again; a graver one does.
 */
export async function keepSideEffectTasks(ctx: Ctx, tx: Tx, effect: SideEffect): Promise<void> {
  const { db } = tx;
  const { timeZone } = await fetchClinic(db);
  const today = clinicToday(timeZone, ctx.deps.now());
  const kept = await db
    .select(KEPT)
    .from(followUpTasks)
    .where(and(eq(followUpTasks.sideEffectId, effect.id), ne(followUpTasks.rule, 'phone_report')));
  const { patientId, courseId } = effect;
  const assignedTo = await performerOf(db, effect.sessionId);
  const wanted = tasksOfSideEffect(effect, { timeZone, seenOn: today, assignedTo });
  const isDealtWith = kept.some(
    ({ rule, status, causeKey }) =>
      rule === 'escalation' &&
      status === 'done' &&
      isGraver(causeKey, wanted.find((one) => one.rule === 'escalation')?.causeKey),
  );
  const needed = wanted.filter(({ rule }) => !(rule === 'escalation' && isDealtWith));
  // Days on which someone said to look again stay, as long as it goes on.
  const isLook = ({ causeKey }: KeptTask): boolean =>
    causeKey.startsWith(`unresolved_side_effect ${effect.id} `);
  const judged = effect.isOngoing ? kept.filter((task) => !isLook(task)) : kept;
  await keepInStep(ctx, tx, { patientId, courseId }, judged, needed, today);
}

const ORDER = ['now', 'same_day', 'within_7_days'];
const levelOf = (causeKey: string): number => ORDER.indexOf(causeKey.split(' ')[2] ?? '');
const isGraver = (causeKey: string, than: string | undefined): boolean =>
  than !== undefined && levelOf(causeKey) < levelOf(than);

async function performerOf(db: Database, sessionId: string | null): Promise<string | null> {
  if (sessionId === null) return null;
  const [row] = await db
    .select({ performedBy: sessions.performedBy })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row?.performedBy ?? null;
}
