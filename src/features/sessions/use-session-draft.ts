import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SessionCheck } from '#domain/sessions/session-check.ts';
import type { Session } from '#domain/sessions/session.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { getDeskState, subscribeDeskState } from '#src/lib/desk-state.ts';
import { checkGroups } from './check-groups.ts';
import { Autosave, type DraftState, type SaveStatus } from './autosave.ts';
import { keepValues, restoreValues } from './kept-values.ts';
import { openItems } from './open-items.ts';
import { readValues, type SessionValues } from './session-values.ts';
import { saveDraft } from './sessions.mutations.ts';
import { sessionChecksQuery, sessionQuery } from './sessions.queries.ts';

/** Drafts being saved, by session: one that is left unsent goes on sending until it is done. */
const saving = new Map<string, Autosave>();
/** Those of them that are on screen. */
const shown = new Set<Autosave>();

const STILL_SENDING: ReadonlySet<SaveStatus['kind']> = new Set(['unsent', 'waiting', 'sending']);

function autosaveOf(
  session: Session,
  staffId: string,
  onSaved: (saved: Session) => void,
): Autosave {
  const running = saving.get(session.id);
  if (running) return running;
  const made = new Autosave(session, restoreValues(localStorage, staffId, session), {
    send: async (version, change) => {
      const saved = await saveDraft(session.id, version, change);
      onSaved(saved);
      return saved;
    },
    keep: (base, values) => keepValues(localStorage, staffId, base, values),
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  saving.set(session.id, made);
  return made;
}

/** A draft on screen: what is typed, how its saving stands, and what is open. */
export type SessionDraft = DraftState & {
  autosave: Autosave;
  set: (typed: Partial<SessionValues>) => void;
  /** Marks a field as left, from when on its error shows. */
  leave: (path: string) => void;
  /** Shows every error and every gap at its field. */
  showAll: () => void;
  errorOf: (path: string) => string | undefined;
  /** What is missing or can't be saved, in the order of the page. */
  open: readonly FieldProblem[];
  /** Puts the cursor in a field. */
  goTo: (path: string) => void;
};

/** Findings nobody answered yet, those of one kind once. */
const openChecks = (checks: readonly SessionCheck[]): FieldProblem[] =>
  checkGroups(checks)
    .filter(({ isOpen }) => isOpen)
    .map(({ checks: [first, ...others] }) => ({
      path: `checks.${first.key}`,
      message: others.length === 0 ? first.message : `${first.message} And ${others.length} more.`,
    }));

const rootOf = (path: string): string => path.split('.')[0] ?? '';

/** Keeps a draft saved while it is on screen, and after if it has to; `root` goes on its page. */
export function useSessionDraft(
  session: Session,
  staffId: string,
): { draft: SessionDraft; root: RefObject<HTMLDivElement | null> } {
  const queryClient = useQueryClient();
  const [autosave] = useState(() =>
    autosaveOf(session, staffId, (saved) =>
      queryClient.setQueryData(sessionQuery(saved.id).queryKey, saved),
    ),
  );
  const state = useSyncExternalStore(autosave.subscribe, autosave.getState);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isAllShown, setAllShown] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => autosave.hear(session), [autosave, session]);
  useEffect(() => {
    shown.add(autosave);
    const retry = () => void autosave.flush();
    const stop = subscribeDeskState(() => getDeskState() === 'open' && retry());
    window.addEventListener('online', retry);
    return () => {
      stop();
      window.removeEventListener('online', retry);
      shown.delete(autosave);
      void autosave.flush().then(() => {
        if (!shown.has(autosave) && !STILL_SENDING.has(autosave.getState().status.kind))
          saving.delete(session.id);
      });
    };
  }, [autosave, session.id]);

  const isClosed = state.status.kind === 'closed';
  useEffect(() => {
    // Signed or changed by someone else: what it has become is asked anew.
    if (isClosed)
      void queryClient.invalidateQueries({ queryKey: sessionQuery(session.id).queryKey });
  }, [isClosed, queryClient, session.id]);

  const { problems } = readValues(state.values);
  const checks = useQuery(sessionChecksQuery(session.id, state.base.version)).data?.items ?? [];
  const open = openItems(state.values, [...problems, ...state.refusals, ...openChecks(checks)]);
  const draft: SessionDraft = {
    ...state,
    autosave,
    set: (typed) => autosave.change(typed),
    leave: (path) => setLeft((before) => (before.has(path) ? before : new Set([...before, path]))),
    showAll: () => setAllShown(true),
    errorOf: (path) =>
      state.refusals.find((one) => one.path === path)?.message ??
      (isAllShown ? open : left.has(path) ? problems : []).find((one) => one.path === path)
        ?.message,
    open,
    goTo: (path) => focusField(root.current, path),
  };
  return { draft, root };
}

/** The first control of a field; of an ingredient its own row. */
function focusField(page: HTMLElement | null, path: string): void {
  const field =
    page?.querySelector(`[data-field="${CSS.escape(path)}"]`) ??
    page?.querySelector(`[data-field="${CSS.escape(rootOf(path))}"]`);
  const control = field?.querySelector<HTMLElement>(
    'input:checked, input:not([type="radio"]), select, textarea, button:not([tabindex="-1"]), a[href], input',
  );
  field?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
