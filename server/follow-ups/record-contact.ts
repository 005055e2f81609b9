import { contactProblems } from '#domain/follow-ups/contact-problems.ts';
import type {
  ContactCreate,
  FollowUpContact,
  ReportedSideEffect,
} from '#domain/follow-ups/follow-up-contact.ts';
import { isWindowed } from '#domain/follow-ups/follow-up-enums.ts';
import { isAnyAsked } from '#domain/outcomes/patient-changes.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { SideEffectCreate } from '#domain/side-effects/side-effect.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { followUpContacts } from '../db/schema/follow-ups.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { addAssessment } from '../outcomes/record-assessment.ts';
import { addLaterPain } from '../sessions/record-later-pain.ts';
import { fetchSession } from '../sessions/session-view.ts';
import { addSideEffect } from '../side-effects/create-side-effect.ts';
import type { TaskRow } from './follow-up-view.ts';
import { toContact } from './list-contacts.ts';
import { holdOpenTask, saveTask, todayOf } from './save-task.ts';

/** The task's course: a contact follows one always. */
type Followed = TaskRow & { courseId: string };

/** A side effect as it was told: what was not judged at the contact stays open for later. */
const toldAtContact = (
  { courseId, sessionId }: Followed,
  contactedOn: string,
  { code, grade, description, onsetOn, endedOn }: ReportedSideEffect,
): SideEffectCreate => ({
  courseId,
  sessionId,
  code,
  grade,
  description,
  onsetOn,
  onsetAt: null,
  onsetPrecision: 'day',
  firstReportedOn: contactedOn,
  reportSource: 'asked',
  isOngoing: endedOn === null,
  resolvedOn: endedOn,
  lastKnownOn: endedOn === null ? contactedOn : null,
  outcome: endedOn === null ? 'unknown' : grade === 5 ? 'fatal' : 'recovered',
  actions: [],
  seriousness: grade === 5 ? ['death'] : [],
  relatednessToProduct: null,
  relatednessToProcedure: null,
  relatednessToAnaesthetic: null,
  warningSigns: [],
  lot: null,
  reporting: null,
});

/** Keeps each answer where it belongs: readings with readings, side effects with side effects. */
async function keepAnswers(ctx: Ctx, tx: Tx, task: Followed, input: ContactCreate): Promise<void> {
  const { patientGlobalChange: value, changes, contactedOn, sideEffects, pain24h } = input;
  if (pain24h !== null && task.sessionId !== null)
    await addLaterPain(ctx, tx, task.sessionId, { answer: pain24h, askedOn: contactedOn });
  if (value !== null || isAnyAsked(changes))
    await addAssessment(ctx, tx, {
      courseId: task.courseId,
      assessedOn: contactedOn,
      readings:
        value === null
          ? []
          : [
              {
                measure: 'patient_global_change',
                rater: 'patient',
                isBaseline: false,
                isBlinded: false,
                value,
              },
            ],
      changes: isAnyAsked(changes) ? changes : undefined,
    });
  if (sideEffects.asked === 'some')
    for (const one of sideEffects.reported)
      await addSideEffect(ctx, tx, toldAtContact(task, contactedOn, one));
}

/**
 * Records what was asked and answered at a contact, and closes its follow-up: the pain at 24 h, the
 * side effects that were told, what changed, all in one transaction.
 * @throws Problem `not_found`, `stale`, `conflict` for tasks that are no contact, `invalid` at the field
 */
export async function recordContact(
  ctx: Ctx,
  id: string,
  version: number,
  input: ContactCreate,
): Promise<FollowUpContact> {
  authorise(ctx, 'follow-ups.record');
  return await transact(ctx, async (tx) => {
    const today = await todayOf(ctx, tx.db);
    const task = await holdOpenTask(ctx, tx, id, version, today);
    const { courseId, rule, sessionId } = task;
    if (courseId === null || !isWindowed(rule))
      throw new Problem('conflict', 'This follow-up is no contact: say what was found instead.');
    const since = sessionId === null ? null : (await fetchSession(tx.db, sessionId)).sessionOn;
    const fields = contactProblems(input, { rule, since, today });
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    const { sideEffects, patientGlobalChange: _, changes: __, ...rest } = input;
    const [row] = await tx.db
      .insert(followUpContacts)
      .values({
        ...rest,
        id: ctx.deps.newId(),
        taskId: id,
        patientId: task.patientId,
        courseId,
        sessionId,
        sideEffectsAsked: sideEffects.asked,
        recordedBy: ctx.actor.staffId,
        createdAt: ctx.deps.now(),
      })
      .returning();
    if (!row) throw new Error('The new contact was not answered.');
    await saveTask(ctx, tx, 'follow-ups.record', task, {
      status: 'done',
      closedOn: input.contactedOn,
      closedBy: ctx.actor.staffId,
      needsClinician: false,
    });
    await keepAnswers(ctx, tx, { ...task, courseId }, input);
    return toContact(row);
  });
}
