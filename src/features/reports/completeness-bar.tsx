import { completenessLevel, type RespondersReport } from '#domain/reports/responders.ts';
import { Status } from '#src/ui/status.tsx';
import css from './completeness-bar.module.css';

const LEVEL_WORDS = {
  enough: null,
  low: 'Under the clinic’s 80 %',
  very_low: 'Under 60 %: read everything below with care',
} as const;

/** The headline of every outcome page: how many of those due were assessed. */
export function CompletenessBar({
  totals,
  point,
}: {
  totals: RespondersReport['totals'];
  /** When it is about: "week 12" or "session 3". */
  point: string;
}) {
  const { due, assessed } = totals;
  if (due === 0) return <p className={css.none}>Nobody is due at {point} yet.</p>;
  const share = assessed / due;
  // Rounded down: 79.8 % must not read as the 80 % it falls short of.
  const percent = Math.floor(share * 100);
  const warning = LEVEL_WORDS[completenessLevel(share)];
  return (
    <div className={css.box}>
      <p className={css.line}>
        <strong className={css.figure}>{percent} %</strong>
        <span className={css.label}>followed up</span>
        <span className={css.counts}>
          {assessed} of {due} due at {point}
        </span>
        {warning !== null && <Status tone="review">{warning}</Status>}
      </p>
      <div
        className={css.bar}
        role="img"
        aria-label={`${assessed} assessed, ${due - assessed} not assessed`}
      >
        {assessed > 0 && <span className={css.assessed} style={{ flexGrow: assessed }} />}
        {due > assessed && <span className={css.missing} style={{ flexGrow: due - assessed }} />}
      </div>
      <p className={css.legend}>
        <span className={css.keyAssessed}>
          Assessed in the window <b>{assessed}</b>
        </span>
        <span className={css.keyMissing}>
          Not assessed <b>{due - assessed}</b>
        </span>
        {totals.started > due && (
          <span>
            Not due yet <b>{totals.started - due}</b>
          </span>
        )}
      </p>
    </div>
  );
}
