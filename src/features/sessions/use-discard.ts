import { useState } from 'react';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { forgetValues } from './kept-values.ts';
import { useDiscardSession } from './sessions.mutations.ts';
import type { SessionDraft } from './use-session-draft.ts';

/** Throwing a draft away, after a person was asked. */
export function useDiscard(draft: SessionDraft, staffId: string, onDiscarded: () => void) {
  const [isOpen, setOpen] = useState(false);
  const discardSession = useDiscardSession();
  const discard = async (): Promise<void> => {
    // What waits to be saved would change the version under the request.
    await draft.autosave.flush();
    const { base } = draft.autosave.getState();
    discardSession.mutate(base, {
      onSuccess: () => {
        draft.autosave.drop();
        forgetValues(localStorage, staffId, base.id);
        showToast({ text: 'The draft is discarded' });
        onDiscarded();
      },
    });
  };
  return {
    isOpen,
    isBusy: discardSession.isPending,
    problem: discardSession.error
      ? (describeError(discardSession.error).text ?? describeError(discardSession.error).title)
      : null,
    ask: () => setOpen(true),
    discard: () => void discard(),
    close: () => setOpen(false),
  };
}
