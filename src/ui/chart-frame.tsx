import { useId, useState, type ReactNode } from 'react';

import css from './chart-frame.module.css';
import { IconButton } from './icon-button.tsx';
import { Menu, MenuItem } from './menu.tsx';

/** What of a chart can be taken along: its numbers, its picture, its address. */
export type ChartExports = {
  onCsv?: (() => void) | undefined;
  onPicture?: ((format: 'png' | 'svg') => void) | undefined;
  onLink?: (() => void) | undefined;
};

/** What must stand around every chart: a plain title, n, table, download, link, definition and a sentence. */
export function ChartFrame({
  title,
  n,
  legend,
  controls,
  table,
  exports,
  actions,
  sentence,
  definition,
  notice,
  children,
}: {
  /** A plain question or fact. */
  title: string;
  /** How many people it is about, e.g. "141 of 178 due at week 12". */
  n: ReactNode;
  legend?: ReactNode;
  controls?: ReactNode;
  /** The same figures as a table; shown in place of the picture on request. Left out where the content is one. */
  table?: ReactNode;
  exports?: ChartExports | undefined;
  actions?: ReactNode;
  /** What it says in words, and what it does not. */
  sentence: ReactNode;
  /** How each figure is counted. */
  definition: ReactNode;
  /** What to mind before reading it. */
  notice?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const [isTable, setTable] = useState(false);
  return (
    <figure className={css.frame} aria-labelledby={`${id}-title`}>
      <div className={css.head}>
        <div className={css.titles}>
          <h2 id={`${id}-title`}>{title}</h2>
          <span className={css.n}>{n}</span>
          {notice}
        </div>
        <div
          className={css.tools}
          role="toolbar"
          aria-label={`Tools of: ${title}`}
          data-print="hide"
        >
          {controls}
          {actions}
          {table !== undefined && (
            <IconButton
              icon={isTable ? 'chart' : 'table'}
              size="sm"
              label={isTable ? 'Show as a picture' : 'Show as a table'}
              onClick={() => setTable(!isTable)}
            />
          )}
          {exports && <ExportMenu title={title} exports={exports} />}
        </div>
      </div>
      {legend !== undefined && !isTable && <div className={css.legend}>{legend}</div>}
      <div className={css.body}>{isTable ? table : children}</div>
      <figcaption className={css.words}>
        <div className="read">{sentence}</div>
        <details className={css.definition}>
          <summary>How this is counted</summary>
          <div className={css.defined}>{definition}</div>
        </details>
      </figcaption>
    </figure>
  );
}

/** One menu at every chart: what leaves by it has its small numbers hidden by the server. */
function ExportMenu({ title, exports }: { title: string; exports: ChartExports }) {
  const { onCsv, onPicture, onLink } = exports;
  return (
    <Menu
      label={`Take along: ${title}`}
      align="end"
      trigger={(trigger) => <IconButton {...trigger} icon="download" size="sm" label="Export" />}
    >
      {onCsv && (
        <MenuItem icon="table" onSelect={onCsv}>
          Numbers, CSV
        </MenuItem>
      )}
      {onPicture && (
        <>
          <MenuItem icon="chart" onSelect={() => onPicture('png')}>
            Picture, PNG
          </MenuItem>
          <MenuItem icon="chart" onSelect={() => onPicture('svg')}>
            Picture to scale, SVG
          </MenuItem>
        </>
      )}
      {onLink && (
        <MenuItem icon="link" onSelect={onLink}>
          Copy a link with these filters
        </MenuItem>
      )}
    </Menu>
  );
}

/** A plain table of figures: numbers right, hairlines, the first column names the row. */
export function FigureTable({
  label,
  head,
  rows,
}: {
  label: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) {
  return (
    <div
      className={css.table}
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone it scrolls by itself, so the keyboard must reach it
      tabIndex={0}
    >
      <table className={css.figures} aria-label={label}>
        <thead>
          <tr>
            {head.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, at) =>
                at === 0 ? (
                  <th key={head[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={head[at]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
