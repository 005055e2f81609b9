import type { FieldProblem } from '#domain/shared/problem.ts';
import type { CourseStatus, StopReason } from './course-enums.ts';

type Checked = {
  intervalDaysMin: number | null;
  intervalDaysMax: number | null;
  concomitantTherapies: readonly { startedOn: string | null; stoppedOn: string | null }[];
};

/** What does not fit together in a course; run it on the merged record when one changes. */
export function courseProblems(fields: Checked): FieldProblem[] {
  const { intervalDaysMin: min, intervalDaysMax: max } = fields;
  const problems: FieldProblem[] = [];
  if (min !== null && max !== null && max < min) {
    const message = `At least the minimum of ${min} days.`;
    problems.push({ path: 'intervalDaysMax', message });
  }
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
