import type { FieldProblem } from '#domain/shared/problem.ts';
import type { CourseStatus, StopReason } from './course-enums.ts';
import { type CoursePlan, planProblems } from './course-plan.ts';

type Checked = CoursePlan & {
  concomitantTherapies: readonly { startedOn: string | null; stoppedOn: string | null }[];
};

/** What does not fit together in a course; run it on the merged record when one changes. */
export function courseProblems(fields: Checked): FieldProblem[] {
  const problems = planProblems(fields);
  fields.concomitantTherapies.forEach(({ startedOn, stoppedOn }, index) => {
    if (startedOn !== null && stoppedOn !== null && stoppedOn < startedOn) {
      const message = 'The end lies before the start.';
      problems.push({ path: `concomitantTherapies.${index}.stoppedOn`, message });
    }
  });
  return problems;
}

/** What does not fit together in where a course stands. */
export function statusProblems(fields: {
  status: CourseStatus;
  statusReason: StopReason | null;
}): FieldProblem[] {
  const { status, statusReason } = fields;
  if (status === 'stopped' && statusReason === null)
    return [{ path: 'statusReason', message: 'Choose why the course stopped.' }];
  if (status !== 'stopped' && statusReason !== null)
    return [{ path: 'statusReason', message: 'Only a stopped course has a reason.' }];
  return [];
}
