import type { ReactNode } from 'react';
import type { AuditEntry } from '#domain/audit/audit-entry.ts';
import { dateIn, showDate, timeIn } from '#src/lib/dates.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { Name } from '#src/ui/name.tsx';
import { actInWords, fieldInWords } from './act-words.ts';
import css from './audit-trail.module.css';

/** Makes a link to a patient; undefined where the reader may not open one. */
export type PatientLink = ((patientId: string, words: string) => ReactNode) | undefined;

/** The name of a member of staff by their id, where the reader may know it. */
export type NameOf = (staffId: string) => string | undefined;

/** Who did it. Nobody is signed in at the door, and jobs run by themselves. */
export function Actor({ entry }: { entry: AuditEntry }) {
  if (entry.actorName !== null)
    return (
      <span className={css.actor}>
        <Name>{entry.actorName}</Name>
      </span>
    );
  return (
    <span className="faint">
      {entry.act.startsWith('sign-in') ? 'Not signed in' : 'The server'}
    </span>
  );
}

/** What was done, to whom of the staff, and which fields changed. */
export function ActWords({ entry, nameOf }: { entry: AuditEntry; nameOf: NameOf }) {
  const fields = /\.(update|map)/.test(entry.act)
    ? entry.changedFields.filter((name) => name !== 'version')
    : [];
  const isOfAnother = entry.entity === 'staff' && entry.entityId !== entry.actorId;
  const whom = isOfAnother && entry.entityId !== null ? nameOf(entry.entityId) : undefined;
  return (
    <>
      {actInWords(entry.act)}
      {whom !== undefined && (
        <>
          : <Name wrap>{whom}</Name>
        </>
      )}
      {fields.length > 0 && (
        <span className={css.fields}> {fields.map(fieldInWords).join(', ')}</span>
      )}
    </>
  );
}

/** The columns of the audit trail. */
export function auditColumns(
  timeZone: string,
  renderPatientLink: PatientLink,
  nameOf: NameOf,
): TableColumn<AuditEntry>[] {
  return [
    {
      id: 'at',
      header: 'When',
      cell: (entry) => (
        <time dateTime={entry.at}>
          {showDate(dateIn(timeZone, entry.at))}{' '}
          <span className={css.time}>{timeIn(timeZone, entry.at)}</span>
        </time>
      ),
    },
    { id: 'actor', header: 'Who', cell: (entry) => <Actor entry={entry} /> },
    {
      id: 'act',
      header: 'What',
      grow: true,
      cell: (entry) => <ActWords entry={entry} nameOf={nameOf} />,
    },
    {
      id: 'patient',
      header: 'Patient',
      cell: (entry) =>
        entry.patientId !== null && renderPatientLink?.(entry.patientId, 'Open patient'),
    },
    {
      id: 'request',
      header: 'Request',
      label: 'Reference of the request',
      quiet: true,
      offAtFirst: true,
      cell: (entry) => <code className={css.request}>{entry.requestId}</code>,
    },
  ];
}
