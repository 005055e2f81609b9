import type { ReactNode } from 'react';

import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import css from './notice.module.css';
import { TONE_ICONS, type Tone } from './status.tsx';

/** A sentence on a tint within a page: what was found, kept or refused, and what to do. */
export function Notice({
  tone = 'note',
  title,
  action,
  children,
}: {
  tone?: Exclude<Tone, 'plain' | 'accent'>;
  title?: string | undefined;
  action?: { label: string; onSelect: () => void } | undefined;
  children?: ReactNode;
}) {
  return (
    <div className={css.notice} data-tone={tone}>
      <Icon name={TONE_ICONS[tone] ?? 'note-i'} className={css.icon} />
      <div className={css.words}>
        {title && <p className={css.title}>{title}</p>}
        {children}
      </div>
      {action && (
        <Button size="sm" onClick={action.onSelect}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
