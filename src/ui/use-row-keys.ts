import { useEffect, useRef, type KeyboardEvent } from 'react';
import { isAtRest } from './return-focus.ts';

const ROW = '[data-row]';
const INNER = `a, button, input, select, textarea, [role], ${ROW}`;
const PAGE = 10;

/**
 * Keyboard rows: one row is in the tab order; j, k, arrows, Home and End move, Enter opens, x or space
 * selects. j and k also enter the first list of a page from outside. Keys pressed inside a row's own
 * controls are left to them. The focus is kept in the DOM, so that moving draws nothing anew.
 */
export function useRowKeys({
  onOpen,
  onSelect,
}: {
  onOpen?: ((at: number) => void) | undefined;
  onSelect?: ((at: number) => void) | undefined;
}) {
  const body = useRef<HTMLElement>(null);
  const rowsOf = () => [...(body.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  const currentOf = (rows: HTMLElement[]) =>
    Math.max(
      0,
      rows.findIndex((row) => row.tabIndex === 0),
    );

  useEffect(() => {
    const rows = rowsOf();
    if (rows.length > 0 && rows.every((row) => row.tabIndex !== 0)) setCurrent(rows, rows[0]);
  });
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      if (
        (event.key !== 'j' && event.key !== 'k') ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return;
      if (!isAtRest(event.target)) return;
      if (document.querySelector('[data-rows]') !== body.current) return;
      const rows = rowsOf();
      rows[currentOf(rows)]?.focus();
    };
    window.addEventListener('keydown', enter);
    return () => window.removeEventListener('keydown', enter);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && !event.target.closest(INNER)?.matches(ROW)) return;
    const rows = rowsOf();
    const current = currentOf(rows);
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      j: current + 1,
      ArrowUp: current - 1,
      k: current - 1,
      PageDown: current + PAGE,
      PageUp: current - PAGE,
      Home: 0,
      End: rows.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && onOpen) onOpen(current);
    else if ((event.key === ' ' || event.key === 'x') && onSelect) onSelect(current);
    else return;
    event.preventDefault();
  };
  return {
    bodyProps: {
      ref: (node: HTMLElement | null) => {
        body.current = node;
      },
      'data-rows': '',
      onKeyDown,
    },
    rowProps: {
      'data-row': '',
      tabIndex: -1,
      onFocus: (event: React.FocusEvent<HTMLElement>) => setCurrent(rowsOf(), event.currentTarget),
    },
  };
}

function setCurrent(rows: readonly HTMLElement[], current: HTMLElement | undefined): void {
  for (const row of rows) row.tabIndex = row === current ? 0 : -1;
}
