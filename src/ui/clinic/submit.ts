import type { FieldValues } from 'react-hook-form';
import { type AppForm, applyServerProblem } from '#src/ui/use-app-form.ts';
import { ApiProblem } from '#src/lib/problem.ts';

/** What a form says when its request never reached the server. */
const NOT_REACHED =
  'The clinic server was not reached. What you typed is kept; check the network and try again.';

/**
 * Sends a form. A refusal goes onto its fields, a lost connection above them; what is typed stays.
 * `onRefused` is told of a refusal: nothing was done, so a create may take a new key.
 */
export async function submitTo<Values extends FieldValues, Parsed>(
  form: AppForm<Values, Parsed>,
  send: () => Promise<void>,
  onRefused?: (problem: ApiProblem) => void,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof ApiProblem)) {
      form.setError('root.server', { message: NOT_REACHED });
      return;
    }
    applyServerProblem(form, error);
    onRefused?.(error);
  }
}
