import { CLEARANCE_LABELS } from './consultation-enums.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { CONSULTATION_FIELDS, type Consultation } from './consultation.ts';

type History = Pick<
  Consultation,
  | 'transplant'
  | 'transplantOn'
  | 'surgeonClearance'
  | 'decision'
  | 'decisionReason'
  | 'complaint'
  | 'adviceSought'
>;

/** What can't be true together in a consultation, draft or signed. */
export function consultationProblems({
  transplant,
  transplantOn,
  surgeonClearance,
}: History): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (transplant !== 'yes' && transplantOn !== null)
    problems.push({ path: 'transplantOn', message: 'A date belongs only to a “yes”.' });
  if (transplant !== 'yes' && surgeonClearance !== null)
    problems.push({
      path: 'surgeonClearance',
      message: `“${CLEARANCE_LABELS[surgeonClearance]}” belongs only to a “yes”.`,
    });
  return problems;
}

/**
 * What a consultation lacks before it is signed: what was complained of, and a decision with its
 * reason. Not asking is an answer, so nothing else is demanded. Source: CLINICAL.md section 1 (S1).
 */
export function missingForConsultation(draft: History): { path: keyof History; message: string }[] {
  const problems: { path: keyof History; message: string }[] = [];
  const need = (path: keyof History, isMissing: boolean, message: string) => {
    if (isMissing) problems.push({ path, message });
  };
  need('complaint', draft.complaint === '', 'Type what the patient complains of.');
  need('decision', draft.decision === null, 'Choose suitable, not suitable or refer.');
  need('decisionReason', draft.decisionReason === null, 'Give the reason for the decision.');
  need(
    'surgeonClearance',
    draft.transplant === 'yes' && draft.surgeonClearance === null,
    'Say whether the surgeon was asked.',
  );
  return problems;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The names of what differs from the consultation before, in the order of the screen. */
export function changedSince(
  earlier: Consultation | null,
  later: Consultation,
): (keyof Consultation)[] {
  if (earlier === null) return [];
  return CONSULTATION_FIELDS.filter((field) => !isSame(earlier[field], later[field]));
}
