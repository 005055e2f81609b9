import type { FieldProblem } from '#domain/shared/problem.ts';
import type { ContactCreate } from './follow-up-contact.ts';
import type { FollowUpRule } from './follow-up-enums.ts';

/** Rules at which the patient's global change is asked: without it the week is not assessed. */
const ASSESSED_RULES: readonly FollowUpRule[] = ['week_12', 'week_24', 'week_52'];

/**
 * What does not fit between a contact and the follow-up it answers. `since` is the clinic date of
 * what it follows, `today` the clinic's. Source: CLINICAL.md sections 2 and 3.3.
 */
export function contactProblems(
  contact: ContactCreate,
  { rule, since, today }: { rule: FollowUpRule; since: string | null; today: string },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { contactedOn, pain24h, patientGlobalChange, sideEffects } = contact;
  if (contactedOn > today)
    problems.push({ path: 'contactedOn', message: 'This day has not come yet.' });
  if (since !== null && contactedOn < since)
    problems.push({ path: 'contactedOn', message: 'This lies before the session it follows.' });
  if (rule === 'contact_48h' && pain24h === null)
    problems.push({ path: 'pain24h', message: 'Choose 0 to 10, or "not asked".' });
  if (rule !== 'contact_48h' && pain24h !== null)
    problems.push({ path: 'pain24h', message: 'Only the 48 h contact asks for it.' });
  if (ASSESSED_RULES.includes(rule) && patientGlobalChange === null)
    problems.push({
      path: 'patientGlobalChange',
      message: 'Ask this, or record an assessment: without it the week is not assessed.',
    });
  if (sideEffects.asked === 'some')
    for (const [
      index,
      { onsetOn, endedOn, code, description, grade },
    ] of sideEffects.reported.entries()) {
      const at = `sideEffects.reported.${index}`;
      if (onsetOn > contactedOn)
        problems.push({ path: `${at}.onsetOn`, message: 'It began after it was told.' });
      if (endedOn !== null && endedOn < onsetOn)
        problems.push({ path: `${at}.endedOn`, message: 'It ended before it began.' });
      if (endedOn !== null && endedOn > contactedOn)
        problems.push({ path: `${at}.endedOn`, message: 'It ended after it was told.' });
      if (grade === 5 && endedOn === null)
        problems.push({ path: `${at}.endedOn`, message: 'Grade 5 has a day.' });
      if (code === 'other' && description === '')
        problems.push({ path: `${at}.description`, message: 'Say what it is.' });
    }
  return problems;
}
