import { chartGaps } from '#domain/patients/chart-gaps.ts';
import type { PatientChart } from '#domain/patients/chart.ts';
import { recordRead } from '../audit/record-read.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { coursesOfPatient } from '../courses/course-view.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { outcomesOfPatient } from '../outcomes/outcome-view.ts';
import { protocolVersionNames } from '../protocols/protocol-view.ts';
import { versionNames } from '../recipes/version-names.ts';
import { sessionsOfPatient } from '../sessions/session-view.ts';
import { sideEffectsOfPatient } from '../side-effects/side-effect-view.ts';
import { staffNames } from '../staff/staff-names.ts';
import { fetchPatient } from './patient-view.ts';

type Records = Pick<PatientChart, 'courses' | 'sessions' | 'outcomes' | 'sideEffects'>;

const present = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null && id !== undefined)),
];

/** Everyone the records name. */
const peopleIn = ({ courses, sessions, outcomes, sideEffects }: Records): string[] =>
  present([
    ...courses.map((one) => one.suitability?.decidedBy),
    ...courses.flatMap((one) => one.planChanges.map(({ by }) => by)),
    ...sessions.flatMap((one) => [
      one.performedBy,
      one.signedBy,
      ...one.addenda.map(({ authorId }) => authorId),
    ]),
    ...outcomes.flatMap((one) => [one.recordedBy, one.raterId, one.voided?.by]),
    ...sideEffects.map((one) => one.recordedBy),
  ]);

/**
 * All of one patient, for the page that shows it. That it was read is recorded.
 * @throws Problem `not_found`
 */
export async function getChart(ctx: Ctx, id: string): Promise<PatientChart> {
  authorise(ctx, 'chart.read');
  const { db } = ctx.deps;
  const patient = await fetchPatient(db, id);
  const [clinic, courses, sessions, outcomes, sideEffects] = await Promise.all([
    fetchClinic(db),
    coursesOfPatient(db, id),
    sessionsOfPatient(db, id),
    outcomesOfPatient(db, id),
    sideEffectsOfPatient(db, id),
  ]);
  const records = { courses, sessions, outcomes, sideEffects };
  const [recipeVersions, protocolVersions, staff] = await Promise.all([
    versionNames(db, present(sessions.map((one) => one.recipeVersionId))),
    protocolVersionNames(db, present(courses.map((one) => one.protocolVersionId))),
    staffNames(db, peopleIn(records)),
  ]);
  await recordRead(ctx, 'patients.read-chart', id);
  const now = ctx.deps.now();
  const today = clinicToday(clinic.timeZone, now);
  const gaps = chartGaps(records, { now: now.toISOString(), today });
  return { patient, asOf: today, ...records, gaps, recipeVersions, protocolVersions, staff };
}
