import { useEffect, type ReactNode } from 'react';

import { AppRail, type NavItem, type RenderLink } from './app-rail.tsx';
import css from './app-shell.module.css';
import { IconButton } from './icon-button.tsx';
import type { PersonActions } from './person-menu.tsx';
import { setLooks, useLooks } from './theme.ts';

/** Whether a key press belongs to something being typed. */
export function isTyping(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** The frame of every signed-in screen: menu rail, bar with search, and the page. On a phone the rail is a bottom bar. */
export function AppShell({
  nav,
  renderLink,
  person,
  search,
  actions,
  banner,
  hideRail = false,
  children,
  ...personActions
}: PersonActions & {
  nav: readonly NavItem[];
  /** Makes the router's link for a menu item; the active one must carry `aria-current`. */
  renderLink: RenderLink;
  person?: { name: string; role: string } | undefined;
  search?: ReactNode;
  /** At the end of the bar: the one thing done most often. */
  actions?: ReactNode;
  /** What everyone must know, e.g. that this is a demo clinic. */
  banner?: string | undefined;
  /** While recording a session the page takes the whole screen. */
  hideRail?: boolean | undefined;
  children: ReactNode;
}) {
  const { railCollapsed, privacy } = useLooks();
  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === '[') setLooks({ railCollapsed: !railCollapsed });
      if (event.key === 'h') setLooks({ privacy: !privacy });
    };
    window.addEventListener('keydown', toggle);
    return () => window.removeEventListener('keydown', toggle);
  }, [railCollapsed, privacy]);

  return (
    <div className={css.app} data-rail={hideRail ? 'none' : railCollapsed ? 'icons' : 'full'}>
      <a className={css.skip} href="#main">
        Skip to the page
      </a>
      {!hideRail && (
        <AppRail
          nav={nav}
          renderLink={renderLink}
          person={person}
          banner={banner}
          collapsed={railCollapsed}
          {...personActions}
        />
      )}
      <div className={css.main}>
        {(banner || !hideRail) && (
          <header>
            {banner && <p className={css.banner}>{banner}</p>}
            {!hideRail && (
              <div className={css.bar} data-print="hide">
                {search}
                <div className={css.barEnd}>
                  <span className={css.wideOnly}>
                    <IconButton
                      icon={privacy ? 'eye' : 'eye-off'}
                      label={privacy ? 'Show names' : 'Hide names'}
                      onClick={() => setLooks({ privacy: !privacy })}
                    />
                  </span>
                  {actions}
                </div>
              </div>
            )}
          </header>
        )}
        <main id="main" className={css.page} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
