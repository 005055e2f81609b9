import type { ReactNode } from 'react';

/** One column of a data table, as a screen declares it. */
export type TableColumn<Row> = {
  /** Also the name the server sorts by. */
  id: string;
  header: string;
  /** Its full name in the column choice, where the head is short. */
  label?: string | undefined;
  cell: (row: Row) => ReactNode;
  sortable?: boolean | undefined;
  /** Numbers stand right, with the same decimals. */
  numeric?: boolean | undefined;
  /** Ink of the second rank. */
  quiet?: boolean | undefined;
  /** The column that takes the room that is left, and is cut at its end. */
  grow?: boolean | undefined;
  /** Cannot be hidden, as the name. */
  always?: boolean | undefined;
  /** Hidden until someone chooses it. */
  offAtFirst?: boolean | undefined;
  /** Left out below this width of the window. */
  from?: 'tablet' | 'desktop' | undefined;
};

/** How a list is sorted, as it stands in the URL. */
export type TableSort = { id: string; desc: boolean };

const STORE_PREFIX = 'columns:';

/** The visibility of columns kept in this browser under a table's key. */
export function readColumnChoice(
  key: string | undefined,
  columns: readonly Pick<TableColumn<never>, 'id' | 'offAtFirst'>[],
): Record<string, boolean> {
  const choice = Object.fromEntries(columns.map((column) => [column.id, !column.offAtFirst]));
  if (!key) return choice;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE_PREFIX + key) ?? '{}');
    if (typeof kept === 'object' && kept !== null) {
      for (const [id, shown] of Object.entries(kept))
        if (id in choice && typeof shown === 'boolean') choice[id] = shown;
    }
  } catch {
    // A broken entry is as good as none.
  }
  return choice;
}

/** Keeps the visibility of columns under a table's key; null forgets it. */
export function keepColumnChoice(
  key: string | undefined,
  choice: Record<string, boolean> | null,
): void {
  if (!key) return;
  if (choice) localStorage.setItem(STORE_PREFIX + key, JSON.stringify(choice));
  else localStorage.removeItem(STORE_PREFIX + key);
}
