import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { DESK_RULES, type FollowUpRule } from '#domain/follow-ups/follow-up-enums.ts';
import { followUpState } from '#domain/follow-ups/follow-up-rules.ts';
import type { CareFollowUp, FollowUp } from '#domain/follow-ups/follow-up.ts';
import { Problem } from '#domain/shared/problem.ts';
import { can } from '#domain/staff/permissions.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { followUpAttempts, followUpTasks } from '../db/schema/follow-ups.ts';
import { patients } from '../db/schema/patients.ts';
import { sessions } from '../db/schema/sessions.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import type { Ctx } from '../http/context.ts';

/** A row of the table of follow-ups. */
export type TaskRow = typeof followUpTasks.$inferSelect;

type Found = Awaited<ReturnType<typeof findTasks>>[number];

/** The moment of the patient's next appointment that still stands. */
const nextAppointmentAt = (now: Date): SQL<string | null> =>
  sql<string | null>`(
    SELECT to_char(min(booked.starts_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    FROM appointments AS booked
    WHERE booked.patient_id = ${followUpTasks.patientId} AND booked.starts_at > ${now.toISOString()}
      AND booked.status IN ('booked', 'confirmed'))`;

/** The tasks that meet all conditions, in the order given, at most `limit`. */
export async function findTasks(
  db: Database,
  conditions: (SQL | undefined)[],
  order: SQL,
  limit: number,
  now: Date,
) {
  return await db
    .select({
      task: followUpTasks,
      patient: {
        id: patients.id,
        givenName: patients.givenName,
        familyName: patients.familyName,
        clinicNumber: patients.clinicNumber,
        phone: patients.phone,
        contactPreference: patients.contactPreference,
        language: patients.language,
      },
      sessionNumber: sessions.number,
      sessionOn: sessions.sessionOn,
      nextAppointmentAt: nextAppointmentAt(now),
      sideEffect: {
        id: sideEffects.id,
        code: sideEffects.code,
        grade: sideEffects.grade,
        onsetOn: sideEffects.onsetOn,
        isOngoing: sideEffects.isOngoing,
      },
    })
    .from(followUpTasks)
    .innerJoin(patients, eq(patients.id, followUpTasks.patientId))
    .leftJoin(sessions, eq(sessions.id, followUpTasks.sessionId))
    .leftJoin(sideEffects, eq(sideEffects.id, followUpTasks.sideEffectId))
    .where(and(...conditions))
    .orderBy(order)
    .limit(limit);
}

type AttemptsByTask = Map<string, FollowUp['attempts']>;

async function attemptsOf(db: Database, taskIds: readonly string[]): Promise<AttemptsByTask> {
  const made: AttemptsByTask = new Map();
  if (taskIds.length === 0) return made;
  const rows = await db
    .select()
    .from(followUpAttempts)
    .where(inArray(followUpAttempts.taskId, [...taskIds]))
    .orderBy(asc(followUpAttempts.madeAt), asc(followUpAttempts.id));
  for (const { taskId, patientId: _, madeAt, ...one } of rows)
    made.set(taskId, [...(made.get(taskId) ?? []), { ...one, madeAt: madeAt.toISOString() }]);
  return made;
}

const toFollowUp = (found: Found, attempts: AttemptsByTask, today: string): FollowUp => {
  const { task, patient, sessionNumber, sessionOn } = found;
  return {
    id: task.id,
    version: task.version,
    rule: task.rule,
    patient,
    courseId: task.courseId,
    sessionNumber,
    sessionOn,
    dueFrom: task.dueFrom,
    targetOn: task.targetOn,
    dueTo: task.dueTo,
    state: followUpState(task, today),
    urgency: task.urgency,
    needsClinician: task.needsClinician,
    callBackOn: task.callBackOn,
    nextAppointmentAt: found.nextAppointmentAt,
    assignedTo: task.assignedTo,
    closedOn: task.closedOn,
    closedBy: task.closedBy,
    attempts: attempts.get(task.id) ?? [],
  };
};

/** Found tasks as the desk reads them: nothing clinical. */
export async function toFollowUps(
  db: Database,
  found: readonly Found[],
  today: string,
): Promise<FollowUp[]> {
  const attempts = await attemptsOf(
    db,
    found.map(({ task }) => task.id),
  );
  return found.map((one) => toFollowUp(one, attempts, today));
}

/** Found tasks as the care team reads them. */
export async function toCareFollowUps(
  db: Database,
  found: readonly Found[],
  today: string,
): Promise<CareFollowUp[]> {
  const asDesk = await toFollowUps(db, found, today);
  return asDesk.map((one, index) => {
    const { task, sideEffect } = found[index] ?? {};
    return {
      ...one,
      sessionId: task?.sessionId ?? null,
      sideEffect: sideEffect ?? null,
      phoneReportId: task?.phoneReportId ?? null,
      closeReason: task?.closeReason ?? null,
    };
  });
}

/** Whether the actor sees what is behind a task. */
const seesCare = (ctx: Ctx): boolean => can(ctx.actor, 'follow-ups.record');

/** The rules whose tasks the actor may see: the desk has no part in side effects. */
export const rulesFor = (ctx: Ctx): readonly FollowUpRule[] | undefined =>
  seesCare(ctx) ? undefined : DESK_RULES;

/**
 * One task, held until the transaction ends, if the actor may see it.
 * @throws Problem `not_found`
 */
export async function holdTask(ctx: Ctx, db: Database, id: string): Promise<TaskRow> {
  const rules = rulesFor(ctx);
  const rows = await db
    .select()
    .from(followUpTasks)
    .where(
      and(
        eq(followUpTasks.id, id),
        rules === undefined ? undefined : inArray(followUpTasks.rule, [...rules]),
      ),
    )
    .for('update');
  return firstOrNotFound(rows, 'follow-up');
}

/**
 * Refuses a change made on an older version, with the task as it stands, and one of a closed task.
 * @throws Problem `stale`, `conflict`
 */
export async function refuseStaleTask(
  ctx: Ctx,
  db: Database,
  task: TaskRow,
  version: number,
  today: string,
): Promise<void> {
  if (task.version !== version) {
    const current = seesCare(ctx)
      ? await fetchCareFollowUp(ctx, db, task.id, today)
      : await fetchFollowUp(ctx, db, task.id, today);
    throw new Problem('stale', undefined, { current });
  }
}

const one = (ctx: Ctx, db: Database, id: string) =>
  findTasks(db, [eq(followUpTasks.id, id)], sql`${followUpTasks.id}`, 1, ctx.deps.now());

/**
 * One task as the desk reads it.
 * @throws Problem `not_found`
 */
export async function fetchFollowUp(
  ctx: Ctx,
  db: Database,
  id: string,
  today: string,
): Promise<FollowUp> {
  const found = await toFollowUps(db, await one(ctx, db, id), today);
  return firstOrNotFound(found, 'follow-up');
}

/**
 * One task as the care team reads it.
 * @throws Problem `not_found`
 */
export async function fetchCareFollowUp(
  ctx: Ctx,
  db: Database,
  id: string,
  today: string,
): Promise<CareFollowUp> {
  const found = await toCareFollowUps(db, await one(ctx, db, id), today);
  return firstOrNotFound(found, 'follow-up');
}
