import { useEffect, useState, useSyncExternalStore } from 'react';

import { isTyping } from './app-shell.tsx';
import { Icon } from './icon.tsx';
import { NamedText } from './named.tsx';
import { dismissToast, getToasts, subscribeToasts, undoLatest, type Toast } from './toast-store.ts';
import css from './toast.module.css';

const SHOWN_MS = 8000;

/** Where toasts appear; once in the app. A polite live region that waits while pointed at or focused. */
export function ToastHost() {
  const toasts = useSyncExternalStore(subscribeToasts, getToasts);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    // A message goes before the keyboard has reached its button, so undoing has a key of its own.
    const undo = (event: KeyboardEvent) => {
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (isUndo && !isTyping(event) && undoLatest()) event.preventDefault();
    };
    window.addEventListener('keydown', undo);
    return () => window.removeEventListener('keydown', undo);
  }, []);
  return (
    <section
      className={css.host}
      aria-label="Messages"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="status" aria-live="polite" aria-relevant="additions">
        <ol className={css.list}>
          {toasts.map((toast) => (
            <ToastItem key={toast.id} toast={toast} isHeld={isHeld} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function ToastItem({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast.id, isHeld]);
  return (
    <li
      className={css.toast}
      onKeyDown={(event) => {
        if (event.key === 'Escape') dismissToast(toast.id);
      }}
    >
      <span className={css.text}>
        <NamedText>{toast.text}</NamedText>
      </span>
      {toast.action && (
        <button
          type="button"
          className={css.button}
          onClick={() => {
            dismissToast(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      )}
      {toast.undo && (
        <button
          type="button"
          className={css.button}
          aria-keyshortcuts="Control+Z"
          onClick={() => {
            dismissToast(toast.id);
            toast.undo?.();
          }}
        >
          <Icon name="undo" />
          Undo
        </button>
      )}
      <button
        type="button"
        className={css.button}
        aria-label="Dismiss"
        onClick={() => dismissToast(toast.id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
