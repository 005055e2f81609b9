import type { Course } from '#domain/courses/course.ts';
import { isForIndication, MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import type { AssessmentCreate, Outcome } from '#domain/outcomes/outcome.ts';
import { isAnyAsked } from '#domain/outcomes/patient-changes.ts';
import { ageInYears } from '#domain/shared/calendar-date.ts';
import type { Patient } from '#domain/patients/patient.ts';
import { type FieldProblem, invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { requireCourse } from '../courses/require-course.ts';
import { outcomes, patientChangeLists } from '../db/schema/outcomes.ts';
import { keepCourseTasks } from '../follow-ups/keep-tasks.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import { requireSessionOfCourse } from '../sessions/require-session-of-course.ts';
import { requirePractitioner } from '../staff/require-practitioner.ts';
import { toOutcome } from './outcome-view.ts';

type Reading = AssessmentCreate['readings'][number];

/** Why a measure is not meant for this person: it describes the other sex, or older people. */
function misfitOfPerson(
  { measure }: Reading,
  { sexAtBirth, birthDate }: Pick<Patient, 'sexAtBirth' | 'birthDate'>,
  assessedOn: string,
): string | null {
  const { label, sex, minAge } = MEASURE_DETAILS[measure];
  const isOther = sexAtBirth === 'female' || sexAtBirth === 'male' ? sexAtBirth !== sex : false;
  if (sex !== null && isOther) return `${label} is for ${sex === 'male' ? 'men' : 'women'}.`;
  if (minAge !== null && birthDate !== null && ageInYears(birthDate, assessedOn) < minAge)
    return `${label} is from ${minAge} years on.`;
  return null;
}

function misfits(
  reading: Reading,
  at: string,
  assessedOn: string,
  course: Course,
  patient: Pick<Patient, 'sexAtBirth' | 'birthDate'>,
): FieldProblem[] {
  const { label } = MEASURE_DETAILS[reading.measure];
  const { firstSessionOn } = course;
  const problems: FieldProblem[] = [];
  if (!isForIndication(reading.measure, course.indication))
    problems.push({ path: `${at}.measure`, message: `${label} is not for this indication.` });
  const misfit = misfitOfPerson(reading, patient, assessedOn);
  if (misfit !== null) problems.push({ path: `${at}.measure`, message: misfit });
  if (reading.isBaseline && firstSessionOn !== null && assessedOn > firstSessionOn)
    problems.push({
      path: `${at}.isBaseline`,
      message: `A baseline is taken by the day of session 1, ${firstSessionOn}.`,
    });
  if (reading.rater === 'patient' && (reading.raterId ?? null) !== null)
    problems.push({ path: `${at}.raterId`, message: 'The patient rates this.' });
  return problems;
}

async function insertReadings(
  ctx: Ctx,
  tx: Tx,
  course: Course,
  input: AssessmentCreate,
): Promise<Outcome[]> {
  if (input.readings.length === 0) return [];
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

async function insertChanges(
  ctx: Ctx,
  tx: Tx,
  { id: courseId, patientId }: Course,
  { changes, assessedOn, sessionId }: AssessmentCreate,
): Promise<void> {
  if (changes === undefined || !isAnyAsked(changes)) return;
  const row = {
    id: ctx.deps.newId(),
    patientId,
    courseId,
    sessionId: sessionId ?? null,
    askedOn: assessedOn,
    answers: changes,
    recordedBy: ctx.actor.staffId,
    createdAt: ctx.deps.now(),
  };
  await tx.db.insert(patientChangeLists).values(row);
  const what = { act: 'outcomes.ask-changes', entity: 'patient-changes', entityId: row.id };
  await tx.record({ ...what, patientId, after: { ...row } });
}

/**
 * Records the readings of one assessment, and what the patient said changed, in the open
 * transaction, all or none; the course's follow-ups are kept in step.
 * @throws Problem `invalid` at the field
 */
export async function addAssessment(ctx: Ctx, tx: Tx, input: AssessmentCreate): Promise<Outcome[]> {
  const course = await requireCourse(tx.db, input.courseId);
  await requireSessionOfCourse(tx.db, input.sessionId ?? null, course.id);
  const patient = await fetchPatient(tx.db, course.patientId);
  const fields = input.readings.flatMap((reading, index) =>
    misfits(reading, `readings.${index}`, input.assessedOn, course, patient),
  );
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
  for (const [index, { raterId }] of input.readings.entries())
    if (raterId) await requirePractitioner(tx.db, raterId, `readings.${index}.raterId`);
  const made = await insertReadings(ctx, tx, course, input);
  await insertChanges(ctx, tx, course, input);
  await keepCourseTasks(ctx, tx, course.id);
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
