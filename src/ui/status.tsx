import type { ReactNode } from 'react';

import { Icon, type IconName } from './icon.tsx';
import css from './status.module.css';

/** What a status means; the icon and the word say it, the colour only helps. */
export type Tone = 'ok' | 'review' | 'stop' | 'note' | 'accent' | 'plain';

/** The icon each tone has unless another is given. */
export const TONE_ICONS: Record<Tone, IconName | undefined> = {
  ok: 'check',
  review: 'review-triangle',
  stop: 'stop-octagon',
  note: 'note-i',
  accent: undefined,
  plain: undefined,
};

/** A status: icon and word, always both. */
export function Status({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName | undefined;
  children: ReactNode;
}) {
  return (
    <span className={css.status} data-tone={tone}>
      <Icon name={icon ?? TONE_ICONS[tone] ?? 'ring'} size={14} />
      {children}
    </span>
  );
}

/** "was 2.5": changed since last time. */
export function Changed({ children }: { children: ReactNode }) {
  return (
    <span className={css.changed}>
      <Icon name="changed" size={12} />
      {children}
    </span>
  );
}
