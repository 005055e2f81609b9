import { useEffect, type ReactNode } from 'react';
import { BrandMark } from '#src/ui/brand-mark.tsx';
import { LoadingState } from '#src/ui/states.tsx';
import css from './door.module.css';

/** The frame of every page before someone is signed in: the mark, a heading, and one thing to do. */
export function Door({
  title,
  text,
  wide = false,
  children,
}: {
  title: string;
  text?: ReactNode;
  /** For a longer form. */
  wide?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Mesodesk`;
  }, [title]);
  return (
    <main className={css.door}>
      <div className={css.column} data-wide={wide || undefined}>
        <p className={css.brand}>
          <BrandMark size={24} />
          Mesodesk
        </p>
        <h1>{title}</h1>
        {text !== undefined && <div className={css.text}>{text}</div>}
        {children}
      </div>
    </main>
  );
}

/** The door while the server is asked whether anyone can sign in yet. */
export function LoadingDoor() {
  return (
    <Door title="One moment">
      <div data-block="">
        <LoadingState kind="form" rows={2} />
      </div>
    </Door>
  );
}
