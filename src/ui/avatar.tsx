import css from './avatar.module.css';
import { initialsOf } from './initials.ts';

/** A person's initials in a circle. Decorative: the name stands beside it. */
export function Avatar({ name, size = 'md' }: { name: string; size?: 'md' | 'lg' }) {
  return (
    <span className={css.avatar} data-size={size} data-name="" aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
