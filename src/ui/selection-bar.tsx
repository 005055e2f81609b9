import type { ReactNode } from 'react';

import { IconButton } from './icon-button.tsx';
import css from './selection-bar.module.css';

/** What may be done with the ticked rows. It stands in the page's head and never covers rows. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  /** Quiet small buttons. */
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <div className={css.bar} role="group" aria-label="With the selected rows">
      <b role="status">{count} selected</b>
      {children}
      <IconButton icon="close" size="sm" label="Select none" onClick={onClear} />
    </div>
  );
}
