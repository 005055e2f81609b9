import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { getWaitingTask, subscribeWaitingTask } from '#src/ui/clinic/waiting-desk.ts';

// The waiting list's dialogs come when they are first asked for, not with the first page.
const WaitingHost = lazy(async () => {
  const waiting = await import('#src/features/waiting-list/waiting-host.tsx');
  return { default: waiting.WaitingHost };
});

/** What any page asks of the waiting list: who fits a slot that was freed, or a new entry. */
export function WaitingDesk() {
  const task = useSyncExternalStore(subscribeWaitingTask, getWaitingTask);
  const [isAsked, setAsked] = useState(false);
  if (task !== null && !isAsked) setAsked(true);
  if (!isAsked) return null;
  return (
    <Suspense>
      <WaitingHost task={task} />
    </Suspense>
  );
}
