import { useState } from 'react';

import { Button } from '#src/ui/button.tsx';
import type { TableColumn, TableSort } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Name } from '#src/ui/name.tsx';
import { Pips } from '#src/ui/pips.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { SelectionBar } from '#src/ui/selection-bar.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';

import { BothThemes, Chapter, Specimen } from './specimen.tsx';
import css from './table-chapter.module.css';

type Row = {
  id: string;
  name: string;
  born: string;
  phone: string;
  done: number;
  of: number;
  volume: string;
  need?: 'consent' | 'overdue';
};

const ROWS: Row[] = [
  {
    id: '19844',
    name: 'Ana Luísa Prata',
    born: '21 Jul 1968',
    phone: '917 555 390',
    done: 4,
    of: 6,
    volume: '3.60',
  },
  {
    id: '22244',
    name: 'Bartholomew Featherstonehaugh-Cholmondeley',
    born: '2 May 1982',
    phone: '+44 7700 900 461',
    done: 1,
    of: 6,
    volume: '2.40',
    need: 'consent',
  },
  {
    id: '21733',
    name: 'Đặng Văn Hùng',
    born: '8 Mar 1984',
    phone: '910 555 685',
    done: 2,
    of: 6,
    volume: '4.00',
    need: 'overdue',
  },
  {
    id: '20865',
    name: 'יעל כהן',
    born: '25 May 1974',
    phone: '967 555 908',
    done: 6,
    of: 6,
    volume: '3.80',
  },
  {
    id: '19203',
    name: '佐藤 美咲',
    born: '10 Mar 1986',
    phone: '931 555 627',
    done: 6,
    of: 6,
    volume: '12.00',
  },
];

const COLUMNS: TableColumn<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (row) => <Name strong>{row.name}</Name>,
    sortable: true,
    grow: true,
    always: true,
  },
  {
    id: 'number',
    header: 'No.',
    label: 'Clinic number',
    cell: (row) => row.id,
    quiet: true,
    sortable: true,
  },
  { id: 'born', header: 'Born', cell: (row) => row.born },
  { id: 'course', header: 'Course', cell: (row) => <Pips done={row.done} of={row.of} /> },
  {
    id: 'volume',
    header: 'Last, ml',
    label: 'Last volume',
    cell: (row) => row.volume,
    numeric: true,
    sortable: true,
  },
  { id: 'need', header: 'Needs', cell: (row) => <Need row={row} />, from: 'desktop' },
  { id: 'phone', header: 'Phone', cell: (row) => row.phone, offAtFirst: true },
];

function Need({ row }: { row: Row }) {
  if (row.need === 'consent')
    return (
      <Status tone="review" icon="file">
        Consent missing
      </Status>
    );
  return row.need === 'overdue' ? <Status tone="review">Overdue, 2 d</Status> : null;
}

function TableSpecimen({ theme }: { theme: string }) {
  const [sort, setSort] = useState<TableSort>({ id: 'name', desc: false });
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(['21733']));
  const [density, setDensity] = useState<'compact' | 'comfortable' | 'touch'>('compact');
  const [opened, setOpened] = useState('');
  return (
    <div
      data-density={density === 'touch' ? undefined : density}
      data-touch={density === 'touch' ? '' : undefined}
      className={css.density}
    >
      <Specimen name="Sorted, one selected; arrows, Enter and x work on rows">
        <Segmented
          label={`Row height, ${theme}`}
          value={density}
          onChange={setDensity}
          options={[
            { value: 'compact', label: 'Compact' },
            { value: 'comfortable', label: 'Comfortable' },
            { value: 'touch', label: 'Touch' },
          ]}
        />
        <SelectionBar count={ids.size} onClear={() => setIds(new Set())}>
          <Button size="sm" variant="quiet" icon="phone">
            Add to call list
          </Button>
        </SelectionBar>
        <span className="muted" role="status">
          {opened && `Opened ${opened}`}
        </span>
      </Specimen>
      <div className={css.scroll}>
        <DataTable
          label={`Patients, ${theme}`}
          columns={COLUMNS}
          rows={ROWS}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          sort={sort}
          onSort={setSort}
          onOpen={(row) => setOpened(row.name)}
          selection={{ ids, onChange: setIds }}
          choiceKey={`gallery-${theme}`}
          rowActions={(row) => (
            <IconButton icon="more" size="sm" label={`More for ${row.name}`} tabIndex={-1} />
          )}
          hasMore
          onMore={() => undefined}
          renderItem={(row) => (
            <>
              <Name strong>{row.name}</Name>
              <div className="small faint">
                {row.born} · {row.done} of {row.of}
              </div>
              <Need row={row} />
            </>
          )}
        />
      </div>
      <Specimen name="Refreshing, lined">
        <DataTable
          label={`Refreshing, ${theme}`}
          columns={COLUMNS.slice(0, 5)}
          rows={ROWS.slice(0, 2)}
          rowId={(row) => row.id}
          refreshing
          lined
        />
      </Specimen>
      <Specimen name="Loading">
        <DataTable
          label={`Loading, ${theme}`}
          columns={COLUMNS}
          rows={[]}
          rowId={(row) => row.id}
          loading
        />
      </Specimen>
      <DataTable
        label={`Empty, ${theme}`}
        columns={COLUMNS}
        rows={[]}
        rowId={(row) => row.id}
        empty={
          <EmptyState
            size="panel"
            title="No one matches these filters"
            text="“Site: Porto” leaves nobody in these dates. Without it there are 25 people."
          />
        }
      />
    </div>
  );
}

/** The data table in its densities and states. */
export function TableChapter() {
  return (
    <Chapter id="table" title="Data table">
      <BothThemes stacked>{(theme) => <TableSpecimen theme={theme} />}</BothThemes>
    </Chapter>
  );
}
