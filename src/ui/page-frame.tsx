import { useEffect, type ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { NamedText, plainWords } from './named.tsx';
import css from './page-frame.module.css';
import { useLooks } from './theme.ts';

/** A page within the shell: title, what it counts, actions at the end, filters, content and a side panel. */
export function PageFrame({
  title,
  heading,
  meta,
  actions,
  filters,
  aside,
  asideLabel,
  keepsBeside = false,
  back,
  below,
  fill = false,
  isRead = false,
  children,
}: {
  /** The page's name: its heading, and the browser's tab. A person's name in it is `named`. */
  title: string;
  /** In place of the title as heading, e.g. a Name. */
  heading?: ReactNode;
  /** Beside the heading: a count, an age, a version. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** A row under the heading; scrolls sideways on a phone. */
  filters?: ReactNode;
  aside?: ReactNode;
  asideLabel?: string | undefined;
  /** What stands beside stays there on a tablet; otherwise it follows the content. */
  keepsBeside?: boolean | undefined;
  /** A link or button before the heading. */
  back?: ReactNode;
  /** Lines under the heading: who, what, alerts. */
  below?: ReactNode;
  /** The content takes what height there is and scrolls itself, as a calendar does. */
  fill?: boolean | undefined;
  /** Nothing in the content takes the focus, so the keyboard scrolls all of it. */
  isRead?: boolean | undefined;
  children: ReactNode;
}) {
  const { privacy } = useLooks();
  useEffect(() => {
    document.title = `${plainWords(title, privacy)} · Mesodesk`;
  }, [title, privacy]);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.line}>
          {back}
          <h1 className={css.title}>{heading ?? <NamedText>{title}</NamedText>}</h1>
          {meta !== undefined && <span className={css.meta}>{meta}</span>}
          {actions !== undefined && (
            <div className={css.actions} data-print="hide">
              {actions}
            </div>
          )}
        </div>
        {below}
        {filters !== undefined && (
          <div className={css.filters} data-print="hide">
            {filters}
          </div>
        )}
      </header>
      <div
        className={classNames(css.body, aside !== undefined && css.split)}
        data-beside={keepsBeside || undefined}
      >
        <div
          className={classNames(css.content, fill && css.fill)}
          data-scroll=""
          {...(isRead && { tabIndex: 0, role: 'region', 'aria-label': title })}
        >
          {children}
        </div>
        {aside !== undefined && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it
          <aside className={css.aside} aria-label={asideLabel} tabIndex={0}>
            {aside}
          </aside>
        )}
      </div>
    </div>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  meta,
  actions,
  children,
}: {
  title: string;
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={css.section}>
      <div className={css.sectionHead}>
        <h2>{title}</h2>
        {meta !== undefined && <span className={css.sectionMeta}>{meta}</span>}
        {actions !== undefined && <div className={css.sectionActions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
