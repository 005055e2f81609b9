import { useId, type ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { FieldContext } from './field-context.ts';
import css from './field.module.css';
import { Icon } from './icon.tsx';

/** What every field may say around its input. */
export type FieldProps = {
  label: string;
  /** Stays available to screen readers only; the place must make it plain to everyone else. */
  labelHidden?: boolean | undefined;
  help?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  /** Says "optional" beside the label. */
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  /** For radios, scales and chips: the label names a group instead of one control. */
  group?: boolean | undefined;
  /** At the end of the label's line: what it was last time, a link. */
  aside?: ReactNode;
  className?: string | undefined;
};

/** A label above, an input, and below it help or what is wrong. The input keeps what was typed. */
export function Field({
  label,
  labelHidden = false,
  help,
  error,
  required = false,
  optional = false,
  disabled = false,
  group = false,
  aside,
  className,
  children,
}: FieldProps & { children: ReactNode }) {
  const id = useId();
  const labelId = `${id}-label`;
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const describedBy =
    classNames(error ? errorId : null, help === undefined ? null : helpId) || undefined;
  const words = (
    <>
      {label}
      {optional && <span className={css.optional}> optional</span>}
    </>
  );
  return (
    <div className={classNames(css.field, className)} data-invalid={error ? '' : undefined}>
      <div className={classNames(css.top, labelHidden && 'visually-hidden')}>
        {group ? (
          <span id={labelId} className={css.label}>
            {words}
          </span>
        ) : (
          <label id={labelId} htmlFor={id} className={css.label}>
            {words}
          </label>
        )}
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
      </div>
      <FieldContext
        value={{ id, labelId, describedBy, invalid: Boolean(error), required, disabled }}
      >
        {children}
      </FieldContext>
      {error && (
        <p className={css.error} id={errorId}>
          <Icon name="stop-octagon" size={14} />
          {error}
        </p>
      )}
      {help !== undefined && (
        <div className={css.help} id={helpId}>
          {help}
        </div>
      )}
    </div>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}

/** Fields one below the other. */
export function FieldStack({ children }: { children: ReactNode }) {
  return <div className={css.stack}>{children}</div>;
}
