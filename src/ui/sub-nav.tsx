import { useEffect, useRef, type ReactNode } from 'react';
import css from './sub-nav.module.css';

/** One of several pages that belong together. */
export type SubNavItem = { to: string; label: string };

/** Pages that belong together: their names beside the one that is open, on a narrow screen above it. */
export function SubNav({
  label,
  items,
  renderLink,
  children,
}: {
  /** What the pages are about, for screen readers. */
  label: string;
  items: readonly SubNavItem[];
  /** Makes a router's link of the given class. */
  renderLink: (item: SubNavItem, className: string) => ReactNode;
  children: ReactNode;
}) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the names scroll sideways: the open page's is to be seen.
    nav.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  });
  return (
    <div className={css.split}>
      <nav ref={nav} className={css.nav} aria-label={label} data-print="hide">
        <ul className={css.list}>
          {items.map((item) => (
            <li key={item.to}>{renderLink(item, css.item ?? '')}</li>
          ))}
        </ul>
      </nav>
      <div className={css.page}>{children}</div>
    </div>
  );
}
