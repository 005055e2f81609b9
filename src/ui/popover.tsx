import type { ReactNode } from 'react';

import type { Placement } from './anchor.ts';
import css from './popover.module.css';
import { usePopover, type TriggerProps } from './use-popover.ts';

/** A small panel beside the button that opens it. Its content exists only while it is open. */
export function Popover({
  trigger,
  label,
  side,
  align,
  children,
}: Placement & {
  /** The button: spread the given props on it. */
  trigger: (props: TriggerProps) => ReactNode;
  /** What the panel is, for screen readers. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const popover = usePopover('dialog', { ...(side && { side }), ...(align && { align }) });
  return (
    <>
      {trigger(popover.trigger)}
      <div {...popover.panel} className={css.panel} role="dialog" aria-label={label}>
        {popover.isOpen && (typeof children === 'function' ? children(popover.close) : children)}
      </div>
    </>
  );
}
