import { useEffect, useId, useRef, type ReactNode } from 'react';

import css from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { NamedText } from './named.tsx';
import { returnFocus } from './return-focus.ts';

/**
 * A native modal dialog: the page behind is inert, Escape and the cross close it, the focus returns to
 * where it was. On a phone it fills the screen. Never open one from within another.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  size = 'md',
  keepOpen = false,
  isRead = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  /** A name in it is `named`. */
  title: string;
  description?: ReactNode;
  /** Buttons, the primary last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** A press outside does not close it, for dialogs that hold typed text. Escape and the cross still do. */
  keepOpen?: boolean | undefined;
  /** Nothing in the content takes the focus, so the keyboard scrolls all of it. */
  isRead?: boolean | undefined;
  children?: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return undefined;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      returnFocus(before);
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={ref}
      className={css.dialog}
      data-size={size}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // Browsers close on a second Escape whatever the page says.
        if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && !keepOpen) onClose();
      }}
    >
      <div className={css.sheet}>
        <div className={css.head}>
          <h2 id={`${id}-title`}>
            <NamedText>{title}</NamedText>
          </h2>
          {description !== undefined && (
            <p id={`${id}-description`} className={css.description}>
              {description}
            </p>
          )}
        </div>
        {children !== undefined && (
          <div
            className={css.body}
            {...(isRead && { tabIndex: 0, role: 'region', 'aria-label': title })}
          >
            {children}
          </div>
        )}
        {footer !== undefined && <div className={css.foot}>{footer}</div>}
        <span className={css.close}>
          <IconButton icon="close" label="Close" onClick={onClose} />
        </span>
      </div>
    </dialog>
  );
}
