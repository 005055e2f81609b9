import type { FieldProblem } from '#domain/shared/problem.ts';
import { isInjection, type Technique } from './session-enums.ts';

type Checked = {
  technique?: Technique | null | undefined;
  volumeMl?: number | null | undefined;
  usedIngredients?: readonly { expiresOn: string | null; openedOn: string | null }[] | undefined;
  sessionOn: string;
};

/** What can't be true of a session, draft or signed; run it on the merged record on a change. */
export function sessionProblems(fields: Checked): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { technique, volumeMl, usedIngredients, sessionOn } = fields;
  if (technique && !isInjection(technique) && volumeMl !== undefined && volumeMl !== null) {
    const message = 'Needling injects no volume. Type it as applied.';
    problems.push({ path: 'volumeMl', message });
  }
  usedIngredients?.forEach(({ openedOn }, index) => {
    if (openedOn !== null && openedOn > sessionOn) {
      const message = 'The vial was opened after this session.';
      problems.push({ path: `usedIngredients.${index}.openedOn`, message });
    }
  });
  return problems;
}
