import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import css from './palette.module.css';
import { returnFocus } from './return-focus.ts';

/** One thing to open or do. */
export type PaletteItem = {
  id: string;
  icon: IconName;
  label: ReactNode;
  /** Beside the label, fainter. */
  second?: ReactNode;
  /** At the end of the row. */
  end?: ReactNode;
  /** The shortcut that does the same elsewhere. */
  keys?: string | undefined;
  run: () => void;
};

/** Things of one kind, under their name. */
export type PaletteGroup = { title: string; items: readonly PaletteItem[] };

/**
 * A box to type in above everything one can open or do. The focus stays in the box; arrows move the
 * choice, Enter takes it, Tab asks for more about it.
 */
export function Palette({
  isOpen,
  onClose,
  label,
  value,
  onChange,
  groups,
  active,
  onActive,
  onMore,
  note,
}: {
  isOpen: boolean;
  onClose: () => void;
  label: string;
  value: string;
  onChange: (value: string) => void;
  groups: readonly PaletteGroup[];
  /** The place of the chosen item among all. */
  active: number;
  onActive: (place: number) => void;
  /** Called with the chosen item on Tab. */
  onMore: (item: PaletteItem) => void;
  /** What is said under the box: how many were found, or what to type. */
  note: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(active, items.length - 1);

  useEffect(() => {
    const shown = dialog.current;
    if (!isOpen || !shown) return undefined;
    const before = document.activeElement;
    shown.showModal();
    return () => {
      shown.close();
      returnFocus(before);
    };
  }, [isOpen]);
  useEffect(() => {
    dialog.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  if (!isOpen) return null;
  const take = (item: PaletteItem | undefined): void => {
    if (!item) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = items[at];
    if (event.key === 'ArrowDown') onActive((at + 1) % Math.max(items.length, 1));
    else if (event.key === 'ArrowUp') onActive((at + items.length - 1) % Math.max(items.length, 1));
    else if (event.key === 'Enter') take(chosen);
    else if (event.key === 'Tab' && chosen && !event.shiftKey) onMore(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={css.palette}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // Browsers close on a second Escape whatever the page says.
        if (!event.currentTarget.open) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={css.sheet}>
        <div className={css.box}>
          <Icon name="search" />
          <input
            className={css.input}
            role="combobox"
            aria-label={label}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={items.length > 0 ? `${id}-${at}` : undefined}
            placeholder={label}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <button type="button" className={css.close} onClick={onClose} aria-label="Close">
            <Icon name="close" />
          </button>
        </div>
        <p className={css.note} role="status">
          {note}
        </p>
        <div id={`${id}-list`} role="listbox" aria-label={label} className={css.list}>
          {groups
            .filter((group) => group.items.length > 0)
            .map((group) => (
              <div key={group.title} role="group" aria-label={group.title}>
                <div className={css.title} aria-hidden="true">
                  {group.title}
                </div>
                {group.items.map((item) => {
                  const place = items.indexOf(item);
                  return (
                    <div
                      key={item.id}
                      id={`${id}-${place}`}
                      role="option"
                      aria-selected={place === at}
                      data-active={place === at ? '' : undefined}
                      className={css.item}
                      onPointerMove={() => onActive(place)}
                      onClick={() => take(item)}
                    >
                      <Icon name={item.icon} />
                      <span className={css.label}>{item.label}</span>
                      {item.second !== undefined && (
                        <span className={css.second}>{item.second}</span>
                      )}
                      <span className={css.end}>
                        {item.end}
                        {item.keys !== undefined && <Kbd>{item.keys}</Kbd>}
                      </span>
                    </div>
                  );
                })}
              </div>
            ))}
        </div>
        <div className={css.foot} aria-hidden="true">
          <span>
            <Kbd>↑ ↓</Kbd> choose
          </span>
          <span>
            <Kbd>Enter</Kbd> open
          </span>
          <span>
            <Kbd>Tab</Kbd> more for this person
          </span>
          <span>
            <Kbd>&gt;</Kbd> commands only
          </span>
        </div>
      </div>
    </dialog>
  );
}
