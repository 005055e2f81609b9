import { useInfiniteQuery } from '@tanstack/react-query';
import type { ImportSummary, PatientImport } from '#domain/imports/patient-import.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { describeError, QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportSteps } from './import-steps.tsx';
import { counted, STATUS_WORDS } from './import-words.ts';
import { useUploadImport } from './imports.mutations.ts';
import { importListQuery } from './imports.queries.ts';

const columnsFor = (timeZone: string): TableColumn<ImportSummary>[] => [
  { id: 'file', header: 'File', cell: (one) => one.fileName, grow: true, always: true },
  {
    id: 'status',
    header: 'State',
    cell: ({ status }) => (
      <Status tone={STATUS_WORDS[status].tone}>{STATUS_WORDS[status].label}</Status>
    ),
  },
  {
    id: 'imported',
    header: 'Imported',
    numeric: true,
    cell: ({ counts }) => counts?.imported.toLocaleString('en') ?? '',
  },
  {
    id: 'bad',
    header: 'To mend',
    numeric: true,
    cell: ({ counts }) => counts?.bad.toLocaleString('en') ?? '',
  },
  { id: 'by', header: 'By', cell: (one) => one.startedBy, quiet: true, from: 'tablet' },
  {
    id: 'at',
    header: 'When',
    cell: (one) => showMoment(timeZone, one.createdAt),
    quiet: true,
    from: 'tablet',
  },
];

/** The first step: pick a file; below, the imports there were. */
export function ImportStart({
  onUploaded,
  onOpen,
}: {
  onUploaded: (made: PatientImport) => void;
  onOpen: (one: ImportSummary) => void;
}) {
  const upload = useUploadImport();
  const list = useInfiniteQuery(importListQuery());
  const { timeZone } = useClinic();
  const refusal = upload.error ? describeError(upload.error) : undefined;
  return (
    <PageFrame title="Import patients" below={<ImportSteps step="file" />}>
      {refusal && (
        <div role="alert">
          <Notice tone="stop" title="The file was not taken">
            {refusal.text ?? refusal.title}
          </Notice>
        </div>
      )}
      <DropZone
        loading={upload.isPending}
        onFile={(file) => upload.mutate(file, { onSuccess: onUploaded })}
      />
      <QueryBoundary
        query={list}
        size="panel"
        errorTitle="Earlier imports did not load"
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<span />}
      >
        {({ pages }) => (
          <Section
            title="Earlier imports"
            meta={counted(pages.flatMap(({ items }) => items).length, 'file')}
          >
            <DataTable
              label="Earlier imports"
              columns={columnsFor(timeZone)}
              rows={pages.flatMap(({ items }) => items)}
              rowId={({ id }) => id}
              rowLabel={({ fileName }) => fileName}
              onOpen={onOpen}
              hasMore={list.hasNextPage}
              onMore={() => void list.fetchNextPage()}
              loadingMore={list.isFetchingNextPage}
            />
          </Section>
        )}
      </QueryBoundary>
    </PageFrame>
  );
}
