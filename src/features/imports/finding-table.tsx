import { useInfiniteQuery } from '@tanstack/react-query';
import { IMPORT_FIELD_LABELS } from '#domain/exchange/import-fields.ts';
import {
  FINDING_KINDS,
  type FindingKind,
  type ImportCounts,
  type ImportFinding,
  type PatientImport,
} from '#domain/imports/patient-import.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { ErrorState } from '#src/ui/states.tsx';
import css from './finding-table.module.css';
import { FINDING_LABELS } from './import-words.ts';
import { findingsQuery } from './imports.queries.ts';

const COUNT_OF: Record<FindingKind, keyof ImportCounts> = {
  bad: 'bad',
  duplicate: 'duplicates',
  existing: 'existing',
  note: 'noted',
};

type Placed = ImportFinding & { id: string };

const columnsFor = (file: PatientImport): TableColumn<Placed>[] => [
  { id: 'row', header: 'Row', numeric: true, cell: ({ row }) => row.toLocaleString('en') },
  {
    id: 'column',
    header: 'Column',
    cell: (one) => titleOf(file, one),
  },
  {
    id: 'value',
    header: 'In the file',
    cell: ({ value }) => (
      <bdi className={css.value} title={value}>
        {value}
      </bdi>
    ),
  },
  {
    id: 'message',
    header: 'What to do',
    cell: ({ message }) => <span className={css.message}>{message}</span>,
  },
];

function titleOf(file: PatientImport, { column, field }: ImportFinding): string {
  if (column === null) return 'Whole row';
  const header = file.mapping?.hasHeader === false ? '' : file.columns[column]?.header;
  if (header) return header;
  return field === null ? `Column ${column + 1}` : IMPORT_FIELD_LABELS[field];
}

/** What was found, row by row and column by column; the address holds which kind is shown. */
export function FindingTable({
  file,
  counts,
  kind,
  onKind,
}: {
  file: PatientImport;
  counts: ImportCounts;
  kind: FindingKind | undefined;
  onKind: (kind: FindingKind) => void;
}) {
  const kinds = FINDING_KINDS.filter((one) => counts[COUNT_OF[one]] > 0);
  const shown = kinds.find((one) => one === kind) ?? kinds[0];
  if (shown === undefined) return null;
  return (
    <Section title="Row by row">
      <Segmented
        label="Which rows"
        value={shown}
        onChange={onKind}
        options={kinds.map((value) => ({
          value,
          label: `${FINDING_LABELS[value]} ${counts[COUNT_OF[value]].toLocaleString('en')}`,
        }))}
      />
      <FindingRows file={file} kind={shown} />
    </Section>
  );
}

function FindingRows({ file, kind }: { file: PatientImport; kind: FindingKind }) {
  const query = useInfiniteQuery(findingsQuery(file.id, file.version, kind));
  if (query.error && !query.data)
    return (
      <ErrorState
        title="The rows did not load"
        problem={query.error}
        size="panel"
        isRetrying={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  const rows = (query.data?.pages.flatMap(({ items }) => items) ?? []).map(
    (finding, at): Placed => ({ ...finding, id: `${finding.row}-${at}` }),
  );
  return (
    <DataTable
      label={FINDING_LABELS[kind]}
      columns={columnsFor(file)}
      rows={rows}
      rowId={({ id }) => id}
      loading={query.isPending}
      hasMore={query.hasNextPage}
      onMore={() => void query.fetchNextPage()}
      loadingMore={query.isFetchingNextPage}
      lined
      renderItem={(one) => (
        <div className={css.item}>
          <strong>
            Row {one.row.toLocaleString('en')}, {titleOf(file, one)}
          </strong>
          <bdi className={css.value}>{one.value}</bdi>
          <span>{one.message}</span>
        </div>
      )}
    />
  );
}
