import type { ReactNode } from 'react';

import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './status.tsx';
import { TONE_ICONS } from './status.tsx';
import css from './tag.module.css';

/** A word on a tint: what a thing is, or what must not be overlooked about it. */
export function Tag({
  tone = 'plain',
  icon,
  size = 'md',
  children,
}: {
  tone?: Tone;
  icon?: IconName | undefined;
  size?: 'md' | 'lg';
  children: ReactNode;
}) {
  const name = icon ?? TONE_ICONS[tone];
  return (
    <span className={css.tag} data-tone={tone} data-size={size}>
      {name && <Icon name={name} size={14} />}
      {children}
    </span>
  );
}
