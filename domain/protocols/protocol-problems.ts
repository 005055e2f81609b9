import type { FieldProblem } from '#domain/shared/problem.ts';
import { type Phase, PHASES } from './phase.ts';

type Ranges = {
  sessionsMin: number;
  sessionsMax: number;
  intervalDaysMin: number;
  intervalDaysMax: number;
};

/** What does not fit together in one phase. */
export function phaseProblems(fields: Ranges): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (fields.sessionsMax < fields.sessionsMin)
    problems.push({
      path: 'sessionsMax',
      message: `At least the minimum of ${fields.sessionsMin} sessions.`,
    });
  if (fields.intervalDaysMax < fields.intervalDaysMin)
    problems.push({
      path: 'intervalDaysMax',
      message: `At least the minimum of ${fields.intervalDaysMin} days.`,
    });
  return problems;
}

/** What does not fit together in a version: each phase once, the initial one first. */
export function versionProblems(fields: { phases: readonly { phase: Phase }[] }): FieldProblem[] {
  const places = fields.phases.map(({ phase }) => PHASES.indexOf(phase));
  return places.flatMap((place, index) => {
    const before = places[index - 1];
    if (before === undefined || before < place) return [];
    const message =
      before === place ? 'This phase is there already.' : 'The initial phase comes first.';
    return [{ path: `phases.${index}.phase`, message }];
  });
}
