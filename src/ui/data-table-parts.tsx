import type { MouseEvent } from 'react';

import type { TableColumn, TableSort } from './data-table-columns.ts';
import css from './data-table.module.css';
import { Icon } from './icon.tsx';
import { Skeleton } from './skeleton.tsx';

/** Whether a press on a row was meant for a control inside it. */
export function isOnControl(event: MouseEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('a, button, input, label, select') !== null
  );
}

/** How many rows hold the place of the first page. */
export const FIRST_ROWS = 12;
const WIDTHS = [62, 78, 55, 70, 48];

/** The width of a waiting bar, uneven as words are. */
export function waitingWidth(row: number, column: number): string {
  return `${WIDTHS[(row + column) % WIDTHS.length] ?? 60}%`;
}

/** Rows that hold the place of those to come, so that nothing jumps when they arrive. */
export function WaitingRows<Row>({
  columns,
  before,
  after,
}: {
  columns: readonly TableColumn<Row>[];
  before: boolean;
  after: boolean;
}) {
  return Array.from({ length: FIRST_ROWS }, (_, row) => (
    <tr key={row} data-waiting="">
      {before && <td className={css.pick} />}
      {columns.map((column, at) => (
        <td key={column.id} data-grow={column.grow} data-from={column.from}>
          <Skeleton width={waitingWidth(row, at)} />
        </td>
      ))}
      {after && <td className={css.tools} />}
    </tr>
  ));
}

/** A column's head: a button where the server can sort by it. */
export function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: TableColumn<Row>;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
}) {
  const isSorted = sort?.id === column.id;
  const direction = sort?.desc ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      data-numeric={column.numeric}
      data-from={column.from}
      aria-sort={isSorted ? direction : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className={css.sort}
          data-sorted={isSorted || undefined}
          onClick={() => onSort({ id: column.id, desc: isSorted ? !sort.desc : false })}
        >
          {column.header}
          <Icon name={isSorted && sort.desc ? 'chevron-down' : 'chevron-up'} size={14} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
