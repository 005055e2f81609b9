import { useState, type KeyboardEvent } from 'react';

/** One stop of the Tab key for a row of points: arrows, Home and End move between them. */
export function usePointKeys(count: number) {
  const [active, setActive] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps: Record<string, number> = {
      ArrowRight: active + 1,
      ArrowLeft: active - 1,
      Home: 0,
      End: count - 1,
    };
    const next = steps[event.key];
    if (next === undefined || next < 0 || next >= count) return;
    event.preventDefault();
    setActive(next);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('button')[next]?.focus();
  };
  const tabIndexOf = (at: number) => (at === Math.min(active, count - 1) ? 0 : -1);
  return { onKeyDown, tabIndexOf };
}
