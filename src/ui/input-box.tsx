import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import css from './input-box.module.css';

/** The frame around a native input: an icon before, a unit or words after. A press anywhere goes to the input. */
export function InputBox({
  icon,
  end,
  quiet = false,
  className,
  children,
}: {
  icon?: IconName | undefined;
  end?: ReactNode;
  /** A lighter outline, for searches and table cells. */
  quiet?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(css.box, className)}
      data-quiet={quiet || undefined}
      onPointerDown={(event) => {
        if (
          !(event.target instanceof Element) ||
          event.target.closest('input, button, textarea, select')
        )
          return;
        event.preventDefault();
        event.currentTarget.querySelector('input')?.focus();
      }}
    >
      {icon && <Icon name={icon} className={css.icon} />}
      {children}
      {end !== undefined && end !== null && <span className={css.end}>{end}</span>}
    </span>
  );
}

/** The class of the native input inside an InputBox. */
export const inputClass: string = css.input ?? '';
