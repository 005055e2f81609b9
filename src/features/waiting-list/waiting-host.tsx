import { useQueryClient } from '@tanstack/react-query';
import { use, useEffect, useEffectEvent, useState } from 'react';
import { useClinic } from '#src/lib/me.ts';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { type FreedSlot, setWaitingTask, type WaitingTask } from '#src/ui/clinic/waiting-desk.ts';
import { showToast } from '#src/ui/toast-store.ts';
import { AddWaiting } from './add-waiting.tsx';
import { MatchesDialog } from './matches-dialog.tsx';
import { momentWords } from './waiting-words.ts';
import { matchesOf } from './waiting.queries.ts';

/**
 * Does what other pages ask of the waiting list: puts someone on it, or names who fits a slot that
 * was freed. It says nothing when nobody does.
 */
export function WaitingHost({ task }: { task: WaitingTask }) {
  const queryClient = useQueryClient();
  const { timeZone } = useClinic();
  const { today } = use(ClinicDates);
  const [seen, setSeen] = useState<FreedSlot | null>(null);
  const announce = useEffectEvent((slot: FreedSlot, count: number) =>
    showToast({
      text: `${count} on the waiting list ${count === 1 ? 'fits' : 'fit'} ${momentWords(slot.startsAt, timeZone, today)}`,
      action: { label: 'See who', run: () => setSeen(slot) },
    }),
  );
  useEffect(() => {
    if (task?.kind !== 'freed') return;
    const { slot } = task;
    queryClient
      .query({ ...matchesOf(slot), staleTime: 0 })
      .then(({ items }) => {
        if (items.length > 0) announce(slot, items.length);
      })
      // Freeing the slot is done and said; that nobody could be named for it is no news.
      .catch(() => undefined);
  }, [task, queryClient]);
  const close = () => setWaitingTask(null);
  if (seen !== null) return <MatchesDialog slot={seen} onClose={() => setSeen(null)} />;
  return task?.kind === 'add' ? <AddWaiting start={task.start} onClose={close} /> : null;
}
