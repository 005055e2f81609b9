import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

import { keepBeside, type Placement } from './anchor.ts';
import css from './tooltip.module.css';

const WAIT_MS = 400;

/** Words on pointing at or tabbing to a control. Escape hides them; they never hold anything that is not said elsewhere. */
export function Tooltip({
  text,
  shortcut,
  side = 'below',
  children,
}: {
  text: string;
  shortcut?: string | undefined;
  side?: Placement['side'];
  /** The control; give it `aria-describedby` when the words differ from its own name. */
  children: ReactNode | ((tooltipId: string) => ReactNode);
}) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const control = anchor.current?.firstElementChild;
    if (!isOpen || !control) return undefined;
    let letGo: (() => void) | undefined;
    // Its own control may just be opening a menu: a browser shows one popover after the other.
    const frame = requestAnimationFrame(() => {
      if (!tip.current) return;
      tip.current.showPopover();
      letGo = keepBeside(tip.current, control, { side, align: 'center' });
    });
    return () => {
      cancelAnimationFrame(frame);
      letGo?.();
    };
  }, [isOpen, side]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), wait);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  return (
    <span
      ref={anchor}
      className={css.anchor}
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(WAIT_MS)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(0)}
      onBlur={hide}
      onClick={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {typeof children === 'function' ? children(id) : children}
      {isOpen && (
        <span ref={tip} id={id} role="tooltip" popover="manual" className={css.tip}>
          {text}
          {shortcut && <kbd className={css.key}>{shortcut}</kbd>}
        </span>
      )}
    </span>
  );
}
