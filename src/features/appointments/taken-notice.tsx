import { takenSlots } from '#domain/appointments/slot-conflict.ts';
import { timeIn } from '#src/lib/dates.ts';
import type { ApiProblem } from '#src/lib/problem.ts';
import { Notice } from '#src/ui/notice.tsx';

/** Who or what is in the way, and the next free time at a press. Nothing typed is lost. */
export function TakenNotice({
  problem,
  timeZone,
  onTake,
}: {
  problem: ApiProblem;
  timeZone: string;
  onTake: (startsAt: string) => void;
}) {
  const taken = takenSlots.safeParse(problem.current);
  const nextFree = taken.success ? taken.data.nextFree : null;
  return (
    <div role="alert">
      <Notice
        tone="stop"
        title="This time is taken"
        action={
          nextFree === null
            ? undefined
            : { label: `Take ${timeIn(timeZone, nextFree)}`, onSelect: () => onTake(nextFree) }
        }
      >
        {problem.detail ?? problem.title}
      </Notice>
    </div>
  );
}
