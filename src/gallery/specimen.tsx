import type { ReactNode } from 'react';

import css from './specimen.module.css';

/** A titled part of the gallery, with an anchor for the menu. */
export function Chapter({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section className={css.chapter} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** The same specimen in light and in dark: side by side, or one below the other when it needs the width. */
export function BothThemes({
  stacked = false,
  children,
}: {
  stacked?: boolean;
  children: (theme: 'light' | 'dark') => ReactNode;
}) {
  return (
    <div className={css.both} data-stacked={stacked || undefined}>
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} className={css.panel} data-theme={theme}>
          {children(theme)}
        </div>
      ))}
    </div>
  );
}

/** A few states of one primitive under its name. */
export function Specimen({
  name,
  grid = false,
  children,
}: {
  name: string;
  grid?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={css.specimen}>
      <h3 className={css.name}>{name}</h3>
      <div className={grid ? css.grid : css.row}>{children}</div>
    </div>
  );
}

/** Shows its content as it looks with the keyboard's focus. */
export function AsFocused({ children }: { children: ReactNode }) {
  return <span className={css.focused}>{children}</span>;
}
