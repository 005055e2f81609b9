import type { FieldProblem } from '#domain/shared/problem.ts';
import { isInjection, type Technique } from './session-enums.ts';

type Checked = {
  technique?: Technique | null | undefined;
  volumeMl?: number | null | undefined;
  usedIngredients?: readonly { expiresOn: string | null; openedOn: string | null }[] | undefined;
  preparation?: { anaestheticOnAt: string | null; anaestheticOffAt: string | null } | undefined;
  sessionOn?: string | undefined;
};

/** What can't be true of a session, draft or signed; run it on the merged record on a change. */
export function sessionProblems(fields: Checked): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { technique, volumeMl, usedIngredients, preparation, sessionOn } = fields;
  if (technique && !isInjection(technique) && volumeMl !== undefined && volumeMl !== null) {
    const message = 'Needling injects no volume. Type it as applied.';
    problems.push({ path: 'volumeMl', message });
  }
  usedIngredients?.forEach(({ openedOn }, index) => {
    if (openedOn !== null && sessionOn !== undefined && openedOn > sessionOn) {
      const message = 'The vial was opened after this session.';
      problems.push({ path: `usedIngredients.${index}.openedOn`, message });
    }
  });
  const { anaestheticOnAt: on = null, anaestheticOffAt: off = null } = preparation ?? {};
  if (on !== null && off !== null && off < on) {
    const message = 'It was taken off before it was put on.';
    problems.push({ path: 'preparation.anaestheticOffAt', message });
  }
  return problems;
}
