import { createContext, use, type KeyboardEvent, type ReactNode } from 'react';

import type { Placement } from './anchor.ts';
import { Icon, type IconName } from './icon.tsx';
import css from './menu.module.css';
import popoverCss from './popover.module.css';
import { usePopover, type TriggerProps } from './use-popover.ts';

const CloseMenu = createContext<() => void>(() => undefined);

const ITEMS = '[role^="menuitem"]:not([aria-disabled="true"])';

/** Moves the focus among a menu's items by arrows, Home, End and first letters. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEMS)];
  const at = items.findIndex((item) => item === document.activeElement);
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? -1 : at - 1,
    Home: 0,
    End: -1,
  };
  let next = steps[event.key];
  if (
    next === undefined &&
    event.key.length === 1 &&
    event.key !== ' ' &&
    !event.ctrlKey &&
    !event.metaKey
  ) {
    const rotated = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    const match = rotated.find((item) =>
      item.textContent.trim().toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase()),
    );
    next = match ? items.indexOf(match) : undefined;
  }
  if (next === undefined || items.length === 0) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}

/** A menu of actions beside the button that opens it. */
export function Menu({
  trigger,
  label,
  side,
  align,
  children,
}: Placement & {
  trigger: (props: TriggerProps) => ReactNode;
  /** What the menu is about, for screen readers. */
  label: string;
  /** MenuItem, MenuChoices, MenuSeparator, MenuHeading. */
  children: ReactNode;
}) {
  const popover = usePopover('menu', { ...(side && { side }), ...(align && { align }) });
  return (
    <>
      {trigger(popover.trigger)}
      <div
        {...popover.panel}
        className={popoverCss.panel}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onToggle={(event) => {
          popover.panel.onToggle(event);
          if (event.newState === 'open')
            event.currentTarget.querySelector<HTMLElement>(ITEMS)?.focus();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Tab') popover.close();
          else moveFocus(event);
        }}
      >
        <CloseMenu value={popover.close}>{popover.isOpen && children}</CloseMenu>
      </div>
    </>
  );
}

/** The class of a menu row, for a router's link inside a menu (give it role="menuitem" and tabIndex -1). */
export const menuItemClass: string = css.item ?? '';

/** One action of a menu. */
export function MenuItem({
  icon,
  danger = false,
  disabled = false,
  hint,
  onSelect,
  children,
}: {
  icon?: IconName | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  /** A key or count at the end. */
  hint?: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}) {
  const close = use(CloseMenu);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={css.item}
      data-danger={danger || undefined}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (disabled) return;
        close();
        onSelect();
      }}
    >
      {icon && <Icon name={icon} />}
      <span className={css.text}>{children}</span>
      {hint !== undefined && <span className={css.hint}>{hint}</span>}
    </button>
  );
}

/** A line of a menu that turns something on or off; the menu stays open. */
export function MenuCheck({
  icon,
  checked,
  onChange,
  children,
}: {
  icon?: IconName | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      tabIndex={-1}
      aria-checked={checked}
      className={css.item}
      onClick={() => onChange(!checked)}
    >
      {icon && <Icon name={icon} />}
      <span className={css.text}>{children}</span>
      <span className={css.tick}>{checked && <Icon name="check" />}</span>
    </button>
  );
}

/** A few exclusive choices side by side within a menu; the menu stays open. */
export function MenuChoices<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: IconName }[];
  onChange: (value: Value) => void;
}) {
  return (
    <div className={css.choices} role="group" aria-label={label}>
      <span className={css.heading} aria-hidden="true">
        {label}
      </span>
      <div className={css.segments}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="menuitemradio"
            tabIndex={-1}
            aria-checked={option.value === value}
            className={css.segment}
            onClick={() => onChange(option.value)}
          >
            {option.icon && <Icon name={option.icon} size={14} />}
            {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** A thin line between groups of a menu. */
export function MenuSeparator() {
  return <div className={css.separator} role="separator" />;
}

/** A quiet heading within a menu. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className={css.heading}>{children}</div>;
}
