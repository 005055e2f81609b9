import type { Job } from '#domain/jobs/job.ts';
import css from './job-progress.module.css';

/** How far a job is: a bar, and the same in words. */
export function JobProgress({ job, doing, unit }: { job: Job; doing: string; unit: string }) {
  const { done, total } = job.progress;
  const share = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <div className={css.progress}>
      <h2>{doing}</h2>
      <progress className={css.bar} value={done} max={Math.max(total, 1)} aria-label={doing} />
      <p className={css.words} role="status">
        {job.status === 'waiting'
          ? 'Waiting to begin'
          : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit}, ${share} %`}
      </p>
      <p className={css.small}>
        It goes on by itself, also when you leave this page or the server restarts.
      </p>
    </div>
  );
}
