import type { ReactNode, Ref } from 'react';

import css from './chip.module.css';
import { Icon } from './icon.tsx';
import type { TriggerProps } from './use-popover.ts';

/** A filter that is set: its words and a cross that takes it away. */
export function FilterChip({
  children,
  onRemove,
  removeLabel,
  autoFocus,
}: {
  children: ReactNode;
  /** When it takes the place of what was just used. */
  autoFocus?: boolean | undefined;
  onRemove: () => void;
  removeLabel: string;
}) {
  return (
    <button
      type="button"
      className={css.chip}
      data-on=""
      autoFocus={autoFocus}
      onClick={onRemove}
      aria-label={removeLabel}
    >
      {children}
      <Icon name="close" size={14} />
    </button>
  );
}

/** A filter that is chosen in a menu or popover; spread the trigger's props on it. */
export function MenuChip({
  on = false,
  children,
  ...trigger
}: { on?: boolean; autoFocus?: boolean; children: ReactNode } & TriggerProps) {
  return (
    <button type="button" className={css.chip} data-on={on ? '' : undefined} {...trigger}>
      {children}
      <Icon name="chevron-down" size={14} />
    </button>
  );
}

/** A chip that is on or off. A tick stands in it when on. */
export function ToggleChip({
  on,
  onChange,
  disabled,
  ref,
  children,
}: {
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  children: ReactNode;
}) {
  return (
    <button
      ref={ref}
      type="button"
      className={css.chip}
      data-on={on ? '' : undefined}
      aria-pressed={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      {on && <Icon name="check" size={14} />}
      {children}
    </button>
  );
}
