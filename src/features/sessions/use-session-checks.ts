import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '#domain/sessions/session.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import type { Decide } from './checks-section.tsx';
import { overrideChecks, withdrawOverride } from './sessions.mutations.ts';
import { sessionChecksQuery, sessionQuery } from './sessions.queries.ts';

/** What went wrong in a sentence, for beside the box. */
function told(error: unknown): string {
  if (error instanceof ApiProblem && error.code === 'invalid' && error.fields?.[0])
    return error.fields[0].message;
  if (error instanceof ApiProblem && error.code === 'stale')
    return 'The session was changed meanwhile. Look again, then try once more.';
  const { title, text } = describeError(error);
  return text ?? title;
}

/**
 * The findings of a session as it is saved, and answering them. `settle` saves what is typed first
 * and answers the record as it then stands; `onSaved` takes the new one.
 */
export function useSessionChecks(
  session: Pick<Session, 'id' | 'version'>,
  settle: () => Promise<Pick<Session, 'id' | 'version'> | null>,
  onSaved: (saved: Session) => void,
) {
  const queryClient = useQueryClient();
  const query = useQuery(sessionChecksQuery(session.id, session.version));
  const take = (saved: Session): void => {
    queryClient.setQueryData(sessionQuery(saved.id).queryKey, saved);
    onSaved(saved);
  };
  const onDecide: Decide = async (keys, reason) => {
    const base = await settle();
    if (base === null) return 'It can be answered once what you typed is saved.';
    try {
      take(await overrideChecks(base.id, base.version, { keys, reason }));
      return null;
    } catch (error) {
      void query.refetch();
      void queryClient.invalidateQueries({ queryKey: sessionQuery(session.id).queryKey });
      return told(error);
    }
  };
  const withdraw = async (keys: string[]): Promise<void> => {
    const base = await settle();
    if (base === null) return;
    try {
      take(await withdrawOverride(base.id, base.version, { keys }));
    } catch (error) {
      showToast({ text: `Not taken back. ${told(error)}` });
    }
  };
  return {
    checks: query.data?.items,
    error: query.error,
    retry: () => void query.refetch(),
    onDecide,
    onWithdraw: (keys: string[]) => void withdraw(keys),
  };
}
