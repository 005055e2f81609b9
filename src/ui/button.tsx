import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';

import css from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type Look = {
  /** One primary at most on a screen; danger only for what cannot be undone. */
  variant?: 'primary' | 'default' | 'quiet' | 'danger' | undefined;
  size?: 'md' | 'sm' | undefined;
};

type Content = { icon?: IconName | undefined; iconEnd?: IconName | undefined; children: ReactNode };

/** The class of a button, for a router's link that should look like one. */
export function buttonClass({ variant = 'default', size = 'md' }: Look = {}): string {
  return classNames(css.button, css[variant], size === 'sm' && css.sm);
}

/** What stands inside a button, for a router's link that should look like one. */
export function ButtonContent({ icon, iconEnd, children }: Content) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} size={14} />}
    </>
  );
}

/** A button. While `loading` it keeps its width and place, stays focusable and ignores presses. */
export function Button({
  variant,
  size,
  icon,
  iconEnd,
  loading = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: Look & Content & { loading?: boolean | undefined } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(buttonClass({ variant, size }), className)}
      data-state={loading ? 'loading' : undefined}
      aria-busy={loading || undefined}
      aria-disabled={loading || rest['aria-disabled']}
      onMouseDown={(event) => {
        // Leaving a field by this press could show its error and move the button from under the pointer.
        if (type === 'submit') event.preventDefault();
        rest.onMouseDown?.(event);
      }}
      onClick={(event) => {
        if (loading) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <ButtonContent icon={icon} iconEnd={iconEnd}>
        {children}
      </ButtonContent>
      {loading && <span className={css.spinner} aria-hidden="true" />}
    </button>
  );
}

/** A plain link that looks like a button: downloads and other sites. For routes use `buttonClass`. */
export function ButtonLink({
  variant,
  size,
  icon,
  iconEnd,
  className,
  children,
  ...rest
}: Look & Content & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={classNames(buttonClass({ variant, size }), className)}>
      <ButtonContent icon={icon} iconEnd={iconEnd}>
        {children}
      </ButtonContent>
    </a>
  );
}
