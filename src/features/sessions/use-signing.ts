import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '#src/lib/problem.ts';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { sessionChecksQuery } from './sessions.queries.ts';
import { useSignSession } from './sessions.mutations.ts';
import type { SessionDraft } from './use-session-draft.ts';

const isOfCourse = (path: string): boolean => path === '' || path.startsWith('course.');
/** Open findings are told by the checks themselves, which are asked anew. */
const isOfChecks = (path: string): boolean => path.startsWith('checks.');

/** Signing a draft: first all of it is saved and complete, then a person confirms, then it is sent. */
export function useSigning(draft: SessionDraft) {
  const [isOpen, setOpen] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const signSession = useSignSession();

  const begin = async (): Promise<void> => {
    draft.showAll();
    // What the course lacked the last time may be mended by now: only the server can tell.
    draft.autosave.refuse(draft.refusals.filter(({ path }) => !isOfCourse(path)));
    const first = draft.open.find(({ path }) => !isOfCourse(path));
    if (first) {
      draft.goTo(first.path);
      return;
    }
    setChecking(true);
    const isSaved = await draft.autosave.flush();
    setChecking(false);
    if (isSaved) {
      setProblem(null);
      setOpen(true);
      return;
    }
    if (draft.autosave.getState().status.kind === 'unsent')
      showToast({ text: 'It can be signed once everything is saved. What you typed is kept.' });
  };

  const sign = async (confirmedFindings: string[]): Promise<void> => {
    setProblem(null);
    const { base } = draft.autosave.getState();
    try {
      const signed = await signSession.mutateAsync({
        id: base.id,
        version: base.version,
        values: { confirmedFindings },
      });
      draft.autosave.close(signed);
      showToast({ text: `Session ${signed.number ?? ''} is signed` });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'invalid') {
        setProblem(describeError(error).text ?? describeError(error).title);
        return;
      }
      const all = error.fields ?? [{ path: '', message: error.message }];
      const fields = all.filter(({ path }) => !path.startsWith('confirmedFindings.'));
      draft.autosave.refuse(fields.filter(({ path }) => !isOfChecks(path)));
      if (fields.some(({ path }) => isOfChecks(path)))
        void queryClient.invalidateQueries({
          queryKey: sessionChecksQuery(base.id, base.version).queryKey,
        });
      const [first] = fields;
      if (!first) {
        setProblem(all.map(({ message }) => message).join(' '));
        return;
      }
      setOpen(false);
      draft.goTo(first.path);
    }
  };

  return {
    isOpen,
    isChecking,
    isSigning: signSession.isPending,
    problem,
    begin: () => void begin(),
    sign: (confirmed: string[]) => void sign(confirmed),
    close: () => setOpen(false),
  };
}
