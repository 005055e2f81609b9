import { useEffect, useId, useRef, useState, type ToggleEvent } from 'react';

import { keepBeside, type Placement } from './anchor.ts';

/** What a button needs to open a popover. Spread it on a native button. */
export type TriggerProps = {
  ref: React.RefObject<HTMLButtonElement | null>;
  popoverTarget: string;
  'aria-haspopup': 'menu' | 'dialog' | 'listbox';
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
};

/**
 * Ties a button to a native popover: the browser closes it on Escape and on a press outside, puts it
 * above everything else and gives the focus back; this places it and knows whether it is open.
 */
export function usePopover(haspopup: TriggerProps['aria-haspopup'], placement: Placement) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { side = 'below', align = 'start' } = placement;

  useEffect(() => {
    if (!isOpen || !panel.current || !trigger.current) return undefined;
    return keepBeside(panel.current, trigger.current, { side, align });
  }, [isOpen, side, align]);

  return {
    isOpen,
    close: () => panel.current?.hidePopover(),
    panelRef: panel,
    trigger: {
      ref: trigger,
      popoverTarget: id,
      'aria-haspopup': haspopup,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
    } satisfies TriggerProps,
    panel: {
      ref: panel,
      id,
      popover: 'auto' as const,
      onBeforeToggle: (event: ToggleEvent<HTMLElement>) => {
        if (event.newState === 'open') setOpen(true);
      },
      onToggle: (event: ToggleEvent<HTMLElement>) => setOpen(event.newState === 'open'),
    },
  };
}
