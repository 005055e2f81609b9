import type { Course } from '#domain/courses/course.ts';
import { isForIndication, MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import type { AssessmentCreate, Outcome } from '#domain/outcomes/outcome.ts';
import { type FieldProblem, invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { requireCourse } from '../courses/require-course.ts';
import { outcomes } from '../db/schema/outcomes.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requireSessionOfCourse } from '../sessions/require-session-of-course.ts';
import { requirePractitioner } from '../staff/require-practitioner.ts';
import { toOutcome } from './outcome-view.ts';

type Reading = AssessmentCreate['readings'][number];

function misfits(reading: Reading, at: string, assessedOn: string, course: Course): FieldProblem[] {
  const { label } = MEASURE_DETAILS[reading.measure];
  const { firstSessionOn } = course;
  const problems: FieldProblem[] = [];
  if (!isForIndication(reading.measure, course.indication))
    problems.push({ path: `${at}.measure`, message: `${label} is not for this indication.` });
  if (reading.isBaseline && firstSessionOn !== null && assessedOn > firstSessionOn)
    problems.push({
      path: `${at}.isBaseline`,
      message: `A baseline is taken by the day of session 1, ${firstSessionOn}.`,
    });
  if (reading.rater === 'patient' && (reading.raterId ?? null) !== null)
    problems.push({ path: `${at}.raterId`, message: 'The patient rates this.' });
  return problems;
}

/**
 * Records the readings of one assessment in the open transaction, all or none.
 * @throws Problem `invalid` at the field
 */
async function addAssessment(ctx: Ctx, tx: Tx, input: AssessmentCreate): Promise<Outcome[]> {
  const course = await requireCourse(tx.db, input.courseId);
  await requireSessionOfCourse(tx.db, input.sessionId ?? null, course.id);
  const fields = input.readings.flatMap((reading, index) =>
    misfits(reading, `readings.${index}`, input.assessedOn, course),
  );
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
  for (const [index, { raterId }] of input.readings.entries())
    if (raterId) await requirePractitioner(tx.db, raterId, `readings.${index}.raterId`);
  const now = ctx.deps.now();
  const rows = await tx.db
    .insert(outcomes)
    .values(
      input.readings.map((reading) => ({
        ...reading,
        id: ctx.deps.newId(),
        createdAt: now,
        updatedAt: now,
        patientId: course.patientId,
        courseId: course.id,
        sessionId: input.sessionId ?? null,
        assessedOn: input.assessedOn,
        raterId: reading.rater === 'patient' ? null : (reading.raterId ?? ctx.actor.staffId),
        notes: reading.notes ?? '',
        recordedBy: ctx.actor.staffId,
      })),
    )
    .returning();
  const made = rows.map(toOutcome);
  for (const one of made)
    await tx.record({
      act: 'outcomes.record',
      entity: 'outcome',
      entityId: one.id,
      patientId: one.patientId,
      after: one,
    });
  return made;
}

/**
 * Records the readings of one assessment: all are kept, or none.
 * @throws Problem `invalid` at the field
 */
export async function recordAssessment(ctx: Ctx, input: AssessmentCreate): Promise<Outcome[]> {
  authorise(ctx, 'outcomes.write');
  const { timeZone } = await fetchClinic(ctx.deps.db);
  if (input.assessedOn > clinicToday(timeZone, ctx.deps.now()))
    throw invalidField('assessedOn', 'This day has not come yet.');
  return await transact(ctx, (tx) => addAssessment(ctx, tx, input));
}
