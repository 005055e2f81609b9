import { useCallback, useEffect, useRef, useState } from 'react';
import type { Consultation } from '#domain/consultations/consultation.ts';
import { isProblem } from '#src/lib/problem.ts';
import { savableChange, type ConsultationTyped } from './consultation-values.ts';
import { useUpdateConsultation } from './consultations.mutations.ts';

const WAIT_MS = 900;

/** Where what is typed stands: with the server, on its way, only here, or on an older version. */
export type SaveState = 'saved' | 'saving' | 'kept' | 'stale';

/**
 * Saves a draft a moment after the last key, one request at a time. What cannot be sent stays
 * typed and is tried again with the next change; `flush` sends it now.
 * @returns `flush`, which answers the record as saved, or null when it could not be
 */
export function useAutosave(first: Consultation, typed: () => ConsultationTyped) {
  const update = useUpdateConsultation();
  const [state, setState] = useState<SaveState>('saved');
  const saved = useRef(first);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<Consultation | null> | null>(null);
  const { mutateAsync } = update;

  const flush = useCallback((): Promise<Consultation | null> => {
    window.clearTimeout(timer.current);
    const send = async (): Promise<Consultation | null> => {
      try {
        for (;;) {
          const change = savableChange(typed(), saved.current);
          if (Object.keys(change).length === 0) break;
          setState('saving');
          const { id, version } = saved.current;
          saved.current = await mutateAsync({ id, version, change });
        }
        setState('saved');
        return saved.current;
      } catch (error) {
        setState(isProblem(error, 'stale') ? 'stale' : 'kept');
        return null;
      } finally {
        running.current = null;
      }
    };
    running.current ??= send();
    return running.current;
    // oxlint-disable-next-line react/memo-dependencies -- both are read in the function within, where the rule does not look
  }, [mutateAsync, typed]);

  const touch = useCallback((): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush(), WAIT_MS);
  }, [flush]);

  useEffect(() => () => void flush(), [flush]);
  return { state, touch, flush };
}
