import type { ReactNode } from 'react';
import type { FindingKind, PatientImport } from '#domain/imports/patient-import.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { describeError, LoadingState } from '#src/ui/states.tsx';
import { BadRowsLink } from './bad-rows-link.tsx';
import css from './check-step.module.css';
import { FindingTable } from './finding-table.tsx';
import { ImportFigures } from './import-counts.tsx';
import { counted } from './import-words.ts';
import { useRunImport } from './imports.mutations.ts';
import { JobProgress } from './job-progress.tsx';

/** The third step: what each row would become, before anything is imported. */
export function CheckStep({
  file,
  kind,
  onKind,
  onColumns,
  onDiscard,
  toStart,
}: {
  file: PatientImport;
  kind: FindingKind | undefined;
  onKind: (kind: FindingKind) => void;
  onColumns: () => void;
  onDiscard: () => void;
  toStart: ReactNode;
}) {
  const run = useRunImport();
  const { counts, job } = file;
  if (!counts)
    return job ? (
      <JobProgress job={job} doing="Checking every row" unit="rows" />
    ) : (
      <LoadingState />
    );
  const refusal = run.error ? describeError(run.error) : undefined;
  return (
    <>
      {refusal && (
        <div role="alert">
          <Notice tone="stop" title="The import was not started">
            {refusal.text ?? refusal.title}
          </Notice>
        </div>
      )}
      {job?.status === 'failed' && (
        <Notice tone="stop" title="The import broke off">
          {job.error} {counted(counts.imported, 'patient')} imported so far.
        </Notice>
      )}
      <ImportFigures counts={counts} isDone={false} />
      <div className={css.actions}>
        {counts.fresh > 0 ? (
          <Button
            variant="primary"
            icon="import"
            loading={run.isPending}
            onClick={() => run.mutate({ id: file.id, version: file.version })}
          >
            Import {counted(counts.fresh, 'patient')}
          </Button>
        ) : (
          toStart
        )}
        {counts.bad > 0 && <BadRowsLink id={file.id} count={counts.bad} />}
        <Button onClick={onColumns}>Change the columns</Button>
        <Button variant="quiet" onClick={onDiscard}>
          Discard this file
        </Button>
      </div>
      {counts.fresh === 0 && (
        <Notice title="There is nobody new in this file">
          {counts.existing > 0
            ? 'Everyone who can be read is a patient already.'
            : 'No row can be imported as it stands. See below what to mend.'}
        </Notice>
      )}
      <FindingTable file={file} counts={counts} kind={kind} onKind={onKind} />
    </>
  );
}
