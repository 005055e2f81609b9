import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { isAtRest } from '../return-focus.ts';
import { axisOf, clockAt, toAxis } from './axis.ts';
import { ColumnCells } from './calendar-column.tsx';
import css from './calendar-grid.module.css';
import type { CalendarCard, CalendarColumn } from './calendar-types.ts';
import { DragLayer } from './drag-layer.tsx';
import { cardsByColumn, ROW_MINUTES, visibleWindow } from './layout.ts';
import { NowLine } from './now-line.tsx';
import { nextCardId } from './roving.ts';
import { useGridDrag, type GridActions } from './use-grid-drag.ts';

const HOUR = 60;
const NO_CARDS: ReadonlyMap<string, readonly CalendarCard[]> = new Map();

/**
 * A day or week: a column for each person, room or day, cards at their time of the clinic's clock.
 * Arrows move among the cards; a pointer books, moves and resizes.
 */
export function CalendarGrid({
  label,
  columns,
  cards,
  selectedId = null,
  startAtMs,
  onOpen,
  onCardKey,
  columnMenu,
  ...actions
}: GridActions & {
  label: string;
  columns: readonly CalendarColumn[];
  cards: readonly CalendarCard[];
  selectedId?: string | null | undefined;
  /** The moment that should be in sight at first. */
  startAtMs?: number | undefined;
  onOpen: (id: string) => void;
  /** A key pressed on a card; true when it meant something. */
  onCardKey?: ((id: string, key: string) => boolean) | undefined;
  /** What can be done with all of a column, beside its title. */
  columnMenu?: ((column: CalendarColumn) => ReactNode) | undefined;
}) {
  const scroller = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const axis = useMemo(() => axisOf(columns.map(({ day }) => day)), [columns]);
  const window = useMemo(() => visibleWindow(columns, cards, axis), [columns, cards, axis]);
  const shown = useSteady(window);
  const [grouped, setGrouped] = useState(NO_CARDS);
  const groups = useMemo(() => cardsByColumn(grouped, columns, cards), [grouped, columns, cards]);
  if (groups !== grouped && !isSameMap(groups, grouped)) setGrouped(groups);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const tabStop =
    cards.find(({ id }) => id === focusedId) ??
    cards.find(({ id }) => id === selectedId) ??
    columns.flatMap(({ id }) => groups.get(id) ?? [])[0];
  const selected = cards.find(({ id }) => id === selectedId);
  const { drag, onPointerDown, onClickCapture } = useGridDrag({
    scroller,
    sheet,
    columns,
    cards,
    axis,
    window: shown,
    actions,
  });

  const hours = [];
  for (let minute = shown.from; minute < shown.to; minute += HOUR) hours.push(minute);
  const firstDay = columns[0]?.day;
  const startAt = firstDay && startAtMs !== undefined ? toAxis(axis, firstDay, startAtMs) : null;
  const showStart = useEffectEvent(() => {
    const area = scroller.current;
    if (!area || startAt === null) return;
    const share = (startAt - shown.from) / (shown.to - shown.from);
    area.scrollTop = Math.max(0, share * area.scrollHeight - area.clientHeight / 3);
  });
  // Only when another day is shown: a card that moves must not scroll the page.
  useLayoutEffect(() => showStart(), [firstDay?.startMs, shown]);

  const [selectedCardId, selectedIn] = [selected?.id, selected?.columnId];
  const focusSelected = useEffectEvent((isNew: boolean) => {
    const { activeElement } = document;
    const isHere = isNew && (sheet.current?.contains(activeElement) ?? false);
    const element =
      selectedCardId === undefined ? null : cardElement(sheet.current, selectedCardId);
    // Whoever is at something else on the page is left there.
    if (!element || element === activeElement || !(isHere || isAtRest(activeElement))) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => focusSelected(true), [selectedCardId]);
  // A card that went to another column is another element.
  useEffect(() => focusSelected(false), [selectedIn]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    const id = target instanceof HTMLElement ? target.dataset['card'] : undefined;
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextCardId(event.key, id, columns, groups);
    if (next !== null) {
      event.preventDefault();
      cardElement(sheet.current, next)?.focus();
    } else if (onCardKey?.(id, event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const size = {
    '--columns': columns.length,
    '--rows': (shown.to - shown.from) / ROW_MINUTES,
    '--hour': `${HOUR / ROW_MINUTES}`,
  };
  return (
    <section
      ref={scroller}
      className={css.scroller}
      aria-label={label}
      // A week has seven columns: on a phone it moves sideways too, within itself.
      data-scroll="both"
      // Without cards nothing in it takes the focus, and it still scrolls.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as said above
      tabIndex={cards.length === 0 ? 0 : undefined}
      data-dragging={drag ? '' : undefined}
    >
      <div
        ref={sheet}
        className={css.sheet}
        // The type of style knows no custom properties.
        style={size as CSSProperties}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setFocusedId(target.dataset['card'] ?? focusedId)}
        onPointerDown={onPointerDown}
        onClickCapture={onClickCapture}
        onClick={({ target }) => {
          const id =
            target instanceof Element &&
            target.closest<HTMLElement>('[data-card]')?.dataset['card'];
          if (id) onOpen(id);
        }}
      >
        <div className={css.corner} />
        {columns.map((column, at) => (
          <div key={column.id} className={css.head} style={{ gridColumn: at + 2 }}>
            <bdi className={css.title} title={column.title}>
              {column.title}
            </bdi>
            <span className={css.subtitle}>{column.subtitle}</span>
            {columnMenu && (
              <span className={css.menu} data-print="hide">
                {columnMenu(column)}
              </span>
            )}
          </div>
        ))}
        <div className={css.hours} aria-hidden="true">
          {hours.map((minute, at) => (
            <span key={minute} data-first={at === 0 || undefined}>
              {clockAt(axis, minute)}
            </span>
          ))}
        </div>
        {columns.map((column, at) => {
          const mine = groups.get(column.id) ?? [];
          return (
            <ColumnCells
              key={column.id}
              column={column}
              at={at}
              cards={mine}
              axis={axis}
              window={shown}
              tabStopId={tabStop?.columnId === column.id ? tabStop.id : null}
              selectedId={selected?.columnId === column.id ? selected.id : null}
            />
          );
        })}
        <NowLine columns={columns} axis={axis} window={shown} />
        {drag && (
          <DragLayer
            drag={drag}
            problem={actions.check?.(drag.press.card, drag.to) ?? null}
            columns={columns}
            cards={cards}
            axis={axis}
            window={shown}
          />
        )}
      </div>
    </section>
  );
}

const cardElement = (sheet: HTMLElement | null, id: string) =>
  sheet?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);

/** The same window object while its ends stay, so that columns need not be laid out again. */
function useSteady(window: { from: number; to: number }) {
  const [kept, setKept] = useState(window);
  if (kept.from === window.from && kept.to === window.to) return kept;
  setKept(window);
  return window;
}

function isSameMap<Key, Value>(one: ReadonlyMap<Key, Value>, other: ReadonlyMap<Key, Value>) {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}
