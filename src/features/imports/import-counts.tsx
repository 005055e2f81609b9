import type { ImportCounts } from '#domain/imports/patient-import.ts';
import css from './import-counts.module.css';

type Figure = { label: string; count: number; help: string };

function figuresOf(counts: ImportCounts, isDone: boolean): Figure[] {
  const fresh: Figure = isDone
    ? { label: 'Imported', count: counts.imported, help: 'now among the patients' }
    : { label: 'New patients', count: counts.fresh, help: 'will be imported' };
  return [
    fresh,
    { label: 'Patients already', count: counts.existing, help: 'left as they are' },
    { label: 'Repeated in the file', count: counts.duplicates, help: 'the first row counts' },
    { label: 'To mend', count: counts.bad, help: 'not imported, with reasons' },
  ];
}

/** What the rows of the file are, as figures that add up to all of them. */
export function ImportFigures({ counts, isDone }: { counts: ImportCounts; isDone: boolean }) {
  return (
    <dl className={css.figures} aria-label={`Of ${counts.rows} rows`}>
      {figuresOf(counts, isDone).map(({ label, count, help }) => (
        <div key={label} className={css.figure}>
          <dt>{label}</dt>
          <dd>
            <span className={css.count}>{count.toLocaleString('en')}</span>
            <span className={css.help}>{help}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
