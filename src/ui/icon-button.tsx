import type { ButtonHTMLAttributes, Ref } from 'react';

import { buttonClass } from './button.tsx';
import { classNames } from './class-names.ts';
import css from './icon-button.module.css';
import { Icon, type IconName } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

/** A button of one icon, for toolbars only. Its label is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  shortcut,
  variant = 'quiet',
  size = 'md',
  className,
  type = 'button',
  ...rest
}: {
  icon: IconName;
  label: string;
  shortcut?: string | undefined;
  variant?: 'quiet' | 'default' | undefined;
  size?: 'md' | 'sm' | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label'>) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        className={classNames(buttonClass({ variant, size }), css.square, className)}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  );
}
