import { GRADE_SCHEME } from '#domain/side-effects/side-effect-enums.ts';
import type {
  ReportingInput,
  SideEffect,
  SideEffectCreate,
} from '#domain/side-effects/side-effect.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { requireCourse } from '../courses/require-course.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import { keepSideEffectTasks } from '../follow-ups/keep-tasks.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requireSessionOfCourse } from '../sessions/require-session-of-course.ts';
import { refuseFutureDays } from './refuse-future-days.ts';
import { toSideEffect } from './side-effect-view.ts';

/** The scheme a grade given now is kept with. */
export const currentScheme = {
  gradeScheme: GRADE_SCHEME.name,
  gradeSchemeVersion: GRADE_SCHEME.version,
};

/** A decision on reporting as it is kept: with who made it; the same one keeps who did. */
export function decidedBy(
  ctx: Ctx,
  input: ReportingInput | null,
  before: SideEffect['reporting'],
): SideEffect['reporting'] {
  if (input === null) return null;
  const isSame = before?.decision === input.decision && before.decidedOn === input.decidedOn;
  return { ...input, decidedBy: isSame ? before.decidedBy : ctx.actor.staffId };
}

/** A moment as the database takes it. */
export const asDate = (instant: string | null): Date | null =>
  instant === null ? null : new Date(instant);

/**
 * Records a side effect in the open transaction, its grade with today's scheme.
 * @throws Problem `invalid` at the field
 */
export async function addSideEffect(
  ctx: Ctx,
  tx: Tx,
  input: SideEffectCreate,
): Promise<SideEffect> {
  const course = await requireCourse(tx.db, input.courseId);
  await requireSessionOfCourse(tx.db, input.sessionId, course.id);
  const now = ctx.deps.now();
  const [row] = await tx.db
    .insert(sideEffects)
    .values({
      ...input,
      ...currentScheme,
      onsetAt: asDate(input.onsetAt),
      reporting: decidedBy(ctx, input.reporting, null),
      patientId: course.patientId,
      recordedBy: ctx.actor.staffId,
      id: ctx.deps.newId(),
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('The new side effect was not answered.');
  const made = toSideEffect(row);
  const { id: entityId, patientId } = made;
  const what = { act: 'side-effects.create', entity: 'side-effect', entityId, patientId };
  await keepSideEffectTasks(ctx, tx, made);
  await tx.record({ ...what, after: made });
  return made;
}

/**
 * Records a side effect.
 * @throws Problem `invalid` at the field
 */
export async function createSideEffect(ctx: Ctx, input: SideEffectCreate): Promise<SideEffect> {
  authorise(ctx, 'side-effects.write');
  await refuseFutureDays(ctx, ctx.deps.db, input);
  return await transact(ctx, (tx) => addSideEffect(ctx, tx, input));
}
