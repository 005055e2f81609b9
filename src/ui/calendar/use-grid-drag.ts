import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type MouseEvent,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
} from 'react';
import type { Axis } from './axis.ts';
import type { CalendarCard, CalendarColumn, DropProblem, Place } from './calendar-types.ts';
import { isSamePlace, landingOf, pointAt, type Drag, type Press } from './drag.ts';
import type { AxisWindow } from './layout.ts';

const SLOP_PX = 5;
const LONG_PRESS_MS = 350;
const EDGE_PX = 10;
const SCROLL_ZONE_PX = 48;
const SCROLL_STEP_PX = 12;

/** What can be done on the grid by pointer. */
export type GridActions = {
  /** Empty time was pressed, or a range of it drawn. */
  onBook?: ((place: Place, isDrawn: boolean) => void) | undefined;
  onMove?: ((card: CalendarCard, to: Place) => void) | undefined;
  check?: ((card: CalendarCard | null, to: Place) => DropProblem | null) | undefined;
};

/** Moving, resizing and drawing by mouse, pen and finger; the finger begins with a long press. */
export function useGridDrag({
  scroller,
  sheet,
  columns,
  cards,
  axis,
  window: shown,
  actions,
}: {
  scroller: RefObject<HTMLElement | null>;
  sheet: RefObject<HTMLElement | null>;
  columns: readonly CalendarColumn[];
  cards: readonly CalendarCard[];
  axis: Axis;
  window: AxisWindow;
  actions: GridActions;
}) {
  const [press, setPress] = useState<Press | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const wasDragged = useRef(false);
  const isDragging = drag !== null;

  const at = (x: number, y: number) =>
    sheet.current && pointAt(sheet.current, columns, shown, x, y);

  const follow = useEffectEvent(() => {
    const point = at(pointer.current.x, pointer.current.y);
    if (!press || !point) return;
    const to = landingOf(axis, press, point);
    setDrag((before) => (before && isSamePlace(before.to, to) ? before : { press, to }));
  });

  const finish = useEffectEvent((to: Place | null) => {
    const dragged = drag;
    setPress(null);
    setDrag(null);
    if (!dragged || !to) return;
    const { card } = dragged.press;
    if (!card) actions.onBook?.(to, true);
    else if (!isSamePlace(card, to)) actions.onMove?.(card, to);
  });

  const onPointerMove = useEffectEvent((event: PointerEvent) => {
    if (!press || event.pointerId !== press.pointerId) return;
    pointer.current = { x: event.clientX, y: event.clientY };
    if (isDragging) {
      follow();
      return;
    }
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < SLOP_PX) return;
    // A finger that moves before the long press scrolls the page.
    if (press.isTouch) setPress(null);
    else begin();
  });

  const begin = useEffectEvent(() => {
    wasDragged.current = true;
    follow();
  });

  const onPointerUp = useEffectEvent((event: PointerEvent) => {
    if (!press || event.pointerId !== press.pointerId) return;
    if (drag) {
      const problem = actions.check?.(drag.press.card, drag.to) ?? null;
      finish(problem === null ? drag.to : null);
      return;
    }
    setPress(null);
    const point = press.card === null ? at(event.clientX, event.clientY) : null;
    if (point) actions.onBook?.(landingOf(axis, press, point), false);
  });

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isNext = event.key === 'n' || event.key === 'N';
    if (event.key !== 'Escape' && !(isNext && drag)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = isNext && drag ? actions.check?.(drag.press.card, drag.to)?.nextFree : null;
    if (isNext && !next) return;
    finish(next ?? null);
  });

  const cancel = useEffectEvent(() => finish(null));

  const holdPage = useEffectEvent((event: Event) => {
    if (isDragging || (event.type === 'contextmenu' && press?.isTouch)) event.preventDefault();
  });

  // What is held belongs to the day it was taken from.
  const shownFrom = columns[0]?.day.startMs;
  useEffect(() => () => cancel(), [shownFrom]);

  useEffect(() => {
    const area = scroller.current;
    if (!area) return undefined;
    const stop = new AbortController();
    // While something is held, a finger moves it and not the page: heard from the first touch on,
    // since a browser does not ask a listener that comes later.
    for (const type of ['touchmove', 'contextmenu'])
      area.addEventListener(type, (event) => holdPage(event), {
        signal: stop.signal,
        passive: false,
      });
    return () => stop.abort();
  }, [scroller]);

  useEffect(() => {
    if (!press) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    globalThis.addEventListener('pointermove', (event) => onPointerMove(event), { signal });
    globalThis.addEventListener('pointerup', (event) => onPointerUp(event), { signal });
    globalThis.addEventListener('pointercancel', () => cancel(), { signal });
    globalThis.addEventListener('keydown', (event) => onKeyDown(event), { signal, capture: true });
    const timer = press.isTouch ? setTimeout(() => begin(), LONG_PRESS_MS) : undefined;
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [press]);

  useEffect(() => {
    const area = scroller.current;
    if (!isDragging || !area) return undefined;
    let frame = requestAnimationFrame(function scroll() {
      const { x, y } = pointer.current;
      const rect = area.getBoundingClientRect();
      const step = (position: number, start: number, end: number): number =>
        position < start + SCROLL_ZONE_PX
          ? -SCROLL_STEP_PX
          : position > end - SCROLL_ZONE_PX
            ? SCROLL_STEP_PX
            : 0;
      const [dx, dy] = [step(x, rect.left, rect.right), step(y, rect.top, rect.bottom)];
      if (dx !== 0 || dy !== 0) {
        area.scrollBy(dx, dy);
        follow();
      }
      frame = requestAnimationFrame(scroll);
    });
    return () => cancelAnimationFrame(frame);
  }, [isDragging, scroller]);

  return {
    drag,
    onPointerDown: (event: ReactPointerEvent) => {
      wasDragged.current = false;
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      const point = at(event.clientX, event.clientY);
      const button = event.target.closest<HTMLElement>('[data-card]');
      const isOnColumn = event.target.closest('[data-column]') !== null;
      if (!point || !isOnColumn) return;
      const card = button ? cards.find(({ id }) => id === button.dataset['card']) : undefined;
      if (card ? !actions.onMove || !card.canMove : !actions.onBook) return;
      const isEdge =
        button !== null && event.clientY > button.getBoundingClientRect().bottom - EDGE_PX;
      pointer.current = { x: event.clientX, y: event.clientY };
      setPress({
        kind: card ? (isEdge && event.pointerType !== 'touch' ? 'resize' : 'move') : 'range',
        card: card ?? null,
        column: point.column,
        minute: point.minute,
        x: event.clientX,
        y: event.clientY,
        pointerId: event.pointerId,
        isTouch: event.pointerType === 'touch',
      });
    },
    /** The press that ends a drag opens nothing. */
    onClickCapture: (event: MouseEvent) => {
      if (wasDragged.current) event.stopPropagation();
      wasDragged.current = false;
    },
  };
}
