import css from './pips.module.css';

/** How far a course is: one square a session, and the count in words. */
export function Pips({ done, of, label }: { done: number; of: number; label?: string }) {
  return (
    <span className={css.pips}>
      <span className={css.row} aria-hidden="true">
        {Array.from({ length: Math.min(of, 12) }, (_, at) => (
          <i key={at} data-done={at < done || undefined} />
        ))}
      </span>
      {label ?? `${done} of ${of}`}
    </span>
  );
}
