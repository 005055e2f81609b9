import { useRef, useState, type KeyboardEvent } from 'react';

const INNER = 'a, button, input, select, textarea, [role], [data-row]';

/**
 * Keyboard rows: one row is in the tab order; j, k, arrows, Home and End move, Enter opens, x or space
 * selects. Keys pressed inside a row's own controls are left to them.
 */
export function useRowKeys({
  count,
  onOpen,
  onSelect,
}: {
  count: number;
  onOpen?: ((at: number) => void) | undefined;
  onSelect?: ((at: number) => void) | undefined;
}) {
  const body = useRef<HTMLElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, count - 1));

  const go = (at: number) => {
    const next = Math.max(0, Math.min(count - 1, at));
    setActive(next);
    const row = body.current?.querySelectorAll<HTMLElement>('[data-row]')[next];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && !event.target.closest(INNER)?.matches('[data-row]'))
      return;
    const page = 10;
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      j: current + 1,
      ArrowUp: current - 1,
      k: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' && onOpen) onOpen(current);
    else if ((event.key === ' ' || event.key === 'x') && onSelect) onSelect(current);
    else return;
    event.preventDefault();
  };
  return {
    body,
    onKeyDown,
    rowProps: (at: number) => ({
      'data-row': '',
      tabIndex: at === current ? 0 : -1,
      onFocus: () => setActive(at),
    }),
  };
}
