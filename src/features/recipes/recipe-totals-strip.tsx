import type { ReactNode } from 'react';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import css from './recipe-totals-strip.module.css';
import { amountWords, volumeWords } from './recipe-words.tsx';

type Totals = RecipeVersionView['totals'];

function Figure({
  label,
  value,
  unit,
  was,
}: {
  label: string;
  value: string;
  unit: string;
  was: ReactNode;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b> {unit} {was !== undefined && <span className={css.was}>{was}</span>}
      </dd>
    </div>
  );
}

/** The sums of a recipe: volume, all anaesthetics together, principal ingredients. */
export function RecipeTotalsStrip({
  totals,
  lineCount,
  base,
}: {
  totals: Totals;
  lineCount: number;
  /** The version it is made from, to say what a sum was. */
  base?: { number: number; totals: Totals; lineCount: number } | undefined;
}) {
  const was = (now: string, before: string | undefined): string | undefined =>
    base === undefined || before === now ? undefined : `v${base.number}: ${before ?? ''}`;
  const anaesthetic = (of: Totals): string =>
    `${of.isAnaestheticIncomplete ? 'at least ' : ''}${amountWords(of.anaestheticMg)}`;
  const volume = volumeWords(totals.volumeMl);
  const principal = `${totals.principalCount} of ${lineCount}`;
  return (
    <dl className={css.strip} aria-label="Totals">
      <Figure
        label="Total volume"
        value={volume}
        unit="ml"
        was={was(volume, base && volumeWords(base.totals.volumeMl))}
      />
      <Figure
        label="Anaesthetic, all products"
        value={anaesthetic(totals)}
        unit="mg"
        was={was(anaesthetic(totals), base && anaesthetic(base.totals))}
      />
      <Figure
        label="Principal"
        value={String(totals.principalCount)}
        unit={`of ${lineCount}`}
        was={was(principal, base && `${base.totals.principalCount} of ${base.lineCount}`)}
      />
    </dl>
  );
}
