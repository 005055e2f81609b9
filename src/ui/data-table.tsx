import {
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type RowData,
} from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';

import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { ColumnChoice } from './column-choice.tsx';
import {
  keepColumnChoice,
  readColumnChoice,
  type TableColumn,
  type TableSort,
} from './data-table-columns.ts';
import {
  FIRST_ROWS,
  HeadCell,
  isOnControl,
  WaitingRows,
  waitingWidth,
} from './data-table-parts.tsx';
import css from './data-table.module.css';
import { Skeleton } from './skeleton.tsx';
import { useMedia } from './use-media.ts';
import { useRowKeys } from './use-row-keys.ts';

const features = tableFeatures({ columnVisibilityFeature });

/** The rows that are ticked, and what may be done with them. */
export type TableSelection = {
  ids: ReadonlySet<string>;
  onChange: (ids: ReadonlySet<string>) => void;
};

/** Props of DataTable; sort, page and selection are the caller's state, usually the URL's. */
export type DataTableProps<Row> = {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** A row in words, for its checkbox. */
  rowLabel?: ((row: Row) => string) | undefined;
  sort?: TableSort | undefined;
  onSort?: ((sort: TableSort) => void) | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  selection?: TableSelection | undefined;
  /** The first rows are on their way. */
  loading?: boolean | undefined;
  /** Newer rows are on their way; the old ones stay, dimmed. */
  refreshing?: boolean | undefined;
  hasMore?: boolean | undefined;
  onMore?: (() => void) | undefined;
  loadingMore?: boolean | undefined;
  /** Under this key the choice of columns is kept; without it there is none. */
  choiceKey?: string | undefined;
  /** A row as an item on a phone. */
  renderItem?: ((row: Row) => ReactNode) | undefined;
  /** Quiet actions at the end of a row, shown on pointing and focus. */
  rowActions?: ((row: Row) => ReactNode) | undefined;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** Lines between rows, for tall ones. */
  lined?: boolean | undefined;
};

/** A table of the server's rows: it sorts, filters and pages nothing by itself. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const isPhone = useMedia('(max-width: 640px)');
  const { rows, loading, empty, hasMore, onMore, loadingMore, renderItem } = props;
  if (rows.length === 0 && !loading && empty !== undefined) return empty;
  return (
    <>
      {isPhone && renderItem ? (
        <RowItems {...props} renderItem={renderItem} />
      ) : (
        <RowTable {...props} />
      )}
      {hasMore && onMore && (
        <div className={css.more}>
          <Button onClick={onMore} loading={loadingMore}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function RowItems<Row>({
  label,
  rows,
  rowId,
  onOpen,
  loading,
  refreshing,
  renderItem,
}: DataTableProps<Row> & { renderItem: (row: Row) => ReactNode }) {
  const keys = useRowKeys({ onOpen: onOpen && ((at) => rows[at] && onOpen(rows[at])) });
  return (
    <ul
      className={css.items}
      aria-label={label}
      aria-busy={loading || refreshing || undefined}
      {...keys.bodyProps}
    >
      {loading &&
        rows.length === 0 &&
        Array.from({ length: FIRST_ROWS }, (_, at) => (
          <li key={at} className={css.itemRow} data-waiting="">
            <Skeleton width={waitingWidth(at, 0)} />
            <Skeleton width={waitingWidth(at, 1)} height={8} />
          </li>
        ))}
      {rows.map((row) => (
        <li
          key={rowId(row)}
          className={css.itemRow}
          {...keys.rowProps}
          data-opens={onOpen ? '' : undefined}
          onClick={(event) => {
            if (onOpen && !isOnControl(event)) onOpen(row);
          }}
        >
          {renderItem(row)}
        </li>
      ))}
    </ul>
  );
}

function RowTable<Row extends RowData>({
  label,
  columns,
  rows,
  rowId,
  rowLabel,
  sort,
  onSort,
  onOpen,
  selection,
  loading,
  refreshing,
  choiceKey,
  rowActions,
  lined,
}: DataTableProps<Row>) {
  const [columnVisibility, setVisibility] = useState(() => readColumnChoice(choiceKey, columns));
  const defs = useMemo(
    () => columns.map((column) => ({ id: column.id, header: column.header })),
    [columns],
  );
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility },
  });
  const shown = table.getVisibleLeafColumns().flatMap((column) => byId.get(column.id) ?? []);
  const tableRows = table.getRowModel().rows;

  const toggle = (id: string) => {
    if (!selection) return;
    const ids = new Set(selection.ids);
    if (!ids.delete(id)) ids.add(id);
    selection.onChange(ids);
  };
  const keys = useRowKeys({
    onOpen: onOpen && ((at) => rows[at] && onOpen(rows[at])),
    onSelect: selection && ((at) => tableRows[at] && toggle(tableRows[at].id)),
  });
  const selected = selection ? tableRows.filter((row) => selection.ids.has(row.id)).length : 0;
  const choose = (choice: Record<string, boolean> | null) => {
    keepColumnChoice(choiceKey, choice);
    setVisibility(choice ?? readColumnChoice(undefined, columns));
  };

  return (
    <div className={css.scroll} data-waiting={(loading && rows.length === 0) || undefined}>
      <table
        className={css.table}
        data-lined={lined || undefined}
        aria-label={label}
        aria-busy={loading || refreshing || undefined}
      >
        <thead>
          <tr>
            {selection && (
              <th className={css.pick} scope="col">
                <Checkbox
                  label="Select all shown"
                  labelHidden
                  checked={selected > 0 && selected === tableRows.length}
                  indeterminate={selected > 0 && selected < tableRows.length}
                  onChange={(all) =>
                    selection.onChange(new Set(all ? tableRows.map((row) => row.id) : []))
                  }
                />
              </th>
            )}
            {shown.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
            {(rowActions || choiceKey) && (
              <th className={css.tools} scope="col">
                {choiceKey ? (
                  <ColumnChoice columns={columns} visibility={columnVisibility} onChange={choose} />
                ) : (
                  <span className="visually-hidden">Actions</span>
                )}
              </th>
            )}
          </tr>
        </thead>
        <tbody {...keys.bodyProps}>
          {loading && rows.length === 0 && (
            <WaitingRows
              columns={shown}
              before={selection !== undefined}
              after={Boolean(rowActions ?? choiceKey)}
            />
          )}
          {tableRows.map((row) => (
            <tr
              key={row.id}
              {...keys.rowProps}
              aria-selected={selection ? selection.ids.has(row.id) : undefined}
              data-selected={selection?.ids.has(row.id) || undefined}
              data-opens={onOpen ? '' : undefined}
              onClick={(event) => {
                if (onOpen && !isOnControl(event) && !getSelection()?.toString())
                  onOpen(row.original);
              }}
            >
              {selection && (
                <td className={css.pick}>
                  <Checkbox
                    label={rowLabel ? `Select ${rowLabel(row.original)}` : 'Select'}
                    labelHidden
                    tabIndex={-1}
                    checked={selection.ids.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                </td>
              )}
              {shown.map((column) => (
                <td
                  key={column.id}
                  data-numeric={column.numeric}
                  data-quiet={column.quiet}
                  data-grow={column.grow}
                  data-from={column.from}
                >
                  {column.cell(row.original)}
                </td>
              ))}
              {(rowActions || choiceKey) && (
                <td className={css.tools}>{rowActions?.(row.original)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
