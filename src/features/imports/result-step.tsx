import { useEffect, useEffectEvent, type ReactNode } from 'react';
import type { FindingKind, PatientImport } from '#domain/imports/patient-import.ts';
import { Notice } from '#src/ui/notice.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { BadRowsLink } from './bad-rows-link.tsx';
import css from './check-step.module.css';
import { FindingTable } from './finding-table.tsx';
import { ImportFigures } from './import-counts.tsx';
import { counted } from './import-words.ts';
import { JobProgress } from './job-progress.tsx';

/** The last step: the import at work, then what it made. */
export function ResultStep({
  file,
  kind,
  onKind,
  toPatients,
  toStart,
  discard,
  onImported,
}: {
  file: PatientImport;
  kind: FindingKind | undefined;
  onKind: (kind: FindingKind) => void;
  toPatients: ReactNode;
  toStart: ReactNode;
  discard: ReactNode;
  /** There are new patients. */
  onImported: () => void;
}) {
  const { status, counts, job } = file;
  const tell = useEffectEvent(onImported);
  useEffect(() => {
    if (status === 'done') tell();
  }, [status]);
  if (status === 'running' && job)
    return <JobProgress job={job} doing="Importing" unit="patients" />;
  if (status === 'discarded' || !counts)
    return (
      <EmptyState
        icon="trash"
        title="This file was discarded"
        text="The file and what was read from it are deleted. Patients imported from it stay."
        action={toStart}
      />
    );
  return (
    <>
      <div role="status">
        <Notice tone="ok" title={`${counted(counts.imported, 'patient')} imported`}>
          The file itself is deleted. Importing it again adds nobody twice.
        </Notice>
      </div>
      <ImportFigures counts={counts} isDone />
      <div className={css.actions}>
        {toPatients}
        {counts.bad > 0 && <BadRowsLink id={file.id} count={counts.bad} />}
        {toStart}
        {discard}
      </div>
      <FindingTable file={file} counts={counts} kind={kind} onKind={onKind} />
    </>
  );
}
