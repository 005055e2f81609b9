import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FindingKind, PatientImport } from '#domain/imports/patient-import.ts';
import { Button } from '#src/ui/button.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { QueryBoundary } from '#src/ui/states.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnStep } from './column-step.tsx';
import { useDiscardFile } from './discard-file.tsx';
import { ImportSteps } from './import-steps.tsx';
import { formOf, stepOf, type ImportStep } from './import-words.ts';
import { importQueryOptions } from './imports.queries.ts';
import { ResultStep } from './result-step.tsx';

/** What the address of an import holds. */
export type ImportSearch = { step?: 'columns' | undefined; kind?: FindingKind | undefined };

/** One import, at the step it stands at; the columns can be seen again until it runs. */
export function ImportPage({
  importId,
  search,
  onSearch,
  onDiscarded,
  onImported,
  toPatients,
  toStart,
}: {
  importId: string;
  search: ImportSearch;
  onSearch: (search: ImportSearch) => void;
  onDiscarded: () => void;
  /** There are new patients. */
  onImported: () => void;
  /** The way to the list of patients. */
  toPatients: ReactNode;
  /** The way to another file. */
  toStart: ReactNode;
}) {
  const query = useQuery(importQueryOptions(importId));
  const discard = useDiscardFile(onDiscarded);
  const file = query.data;
  const isBack = search.step === 'columns' && file?.status === 'checked';
  const step: ImportStep = file ? (isBack ? 'columns' : stepOf(file.status)) : 'columns';
  return (
    <PageFrame
      title="Import patients"
      meta={file && `${file.fileName}, ${formOf(file)}`}
      below={<ImportSteps step={step} isDone={file?.status === 'done'} />}
    >
      {discard.notice}
      <QueryBoundary query={query} errorTitle="The import did not load">
        {(one) => (
          <Step
            file={one}
            step={step}
            search={search}
            onSearch={onSearch}
            onDiscard={() => discard.start(one)}
            onImported={onImported}
            toPatients={toPatients}
            toStart={toStart}
          />
        )}
      </QueryBoundary>
      {discard.dialog}
    </PageFrame>
  );
}

function Step({
  file,
  step,
  search,
  onSearch,
  onDiscard,
  onImported,
  toPatients,
  toStart,
}: {
  file: PatientImport;
  step: ImportStep;
  search: ImportSearch;
  onSearch: (search: ImportSearch) => void;
  onDiscard: () => void;
  onImported: () => void;
  toPatients: ReactNode;
  toStart: ReactNode;
}) {
  if (step === 'columns')
    return (
      <ColumnStep
        key={file.version}
        file={file}
        onChecking={() => onSearch({})}
        onDiscard={onDiscard}
      />
    );
  if (step === 'check')
    return (
      <CheckStep
        file={file}
        kind={search.kind}
        onKind={(kind) => onSearch({ kind })}
        onColumns={() => onSearch({ step: 'columns' })}
        onDiscard={onDiscard}
        toStart={toStart}
      />
    );
  return (
    <ResultStep
      file={file}
      kind={search.kind}
      onKind={(kind) => onSearch({ kind })}
      toPatients={toPatients}
      toStart={toStart}
      discard={
        file.counts && file.counts.rows > file.counts.imported ? (
          <Button variant="quiet" onClick={onDiscard}>
            Delete the rows kept here
          </Button>
        ) : undefined
      }
      onImported={onImported}
    />
  );
}
