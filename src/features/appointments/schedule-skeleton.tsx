import { LoadingState } from '#src/ui/states.tsx';
import type { ScheduleView } from './schedule-head.tsx';
import css from './schedule-skeleton.module.css';

const COLUMNS = [0, 1, 2, 3];

/** The schedule's shape while it is coming. */
export function ScheduleSkeleton({ view }: { view: ScheduleView }) {
  if (view === 'agenda') return <LoadingState rows={10} label="The schedule is loading" />;
  return (
    <div className={css.grid} role="status" aria-label="The schedule is loading">
      {COLUMNS.map((column) => (
        <div key={column} className={css.column}>
          <span className={css.head} />
          <span className={css.card} data-at={(column % 2) + 1} />
          <span className={css.card} data-at={(column % 3) + 2} />
        </div>
      ))}
    </div>
  );
}
