import { fullName } from '#domain/patients/display-name.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CONTACT_LABELS, type Patient, SEX_LABELS } from '#domain/patients/patient.ts';
import { ageToday, dateIn, showDate } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';
import { Name } from '#src/ui/name.tsx';
import { named } from '#src/ui/named.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { describeError, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { languageName } from '#src/ui/clinic/languages.ts';
import css from './patient-page.module.css';
import { PhoneLink } from './patient-words.tsx';
import { useArchivePatient } from './patients.mutations.ts';
import { patientQueryOptions } from './patients.queries.ts';

/** One patient's page: who they are and how to reach them, and under it what the role may see. */
export function PatientPage({
  patientId,
  actions,
  sign,
  aside,
  children,
}: {
  patientId: string;
  /** What everyone should see of this patient at once. */
  sign?: ReactNode;
  /** What this role mostly does next for a patient. */
  actions?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const query = useQuery(patientQueryOptions(patientId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="text" />}
      errorTitle="This patient did not load"
    >
      {(patient) => (
        <PageFrame
          title={named(fullName(patient))}
          heading={<Name>{fullName(patient)}</Name>}
          meta={
            <>
              <WhoLine patient={patient} /> {sign}
            </>
          }
          actions={
            <>
              <PatientMenu patient={patient} />
              {actions}
            </>
          }
          below={<ReachLine patient={patient} />}
          aside={aside}
          asideLabel="Beside the record"
          keepsBeside
        >
          {patient.isArchived && (
            <Notice tone="note">
              This patient is archived. They are left out of the everyday list; nothing is lost.
            </Notice>
          )}
          {children}
        </PageFrame>
      )}
    </QueryBoundary>
  );
}

function WhoLine({ patient }: { patient: Patient }) {
  const { timeZone } = useClinic();
  const parts = [
    patient.birthDate === null ? null : String(ageToday(patient.birthDate, timeZone)),
    patient.sexAtBirth === 'not_recorded' ? null : SEX_LABELS[patient.sexAtBirth].toLowerCase(),
  ].filter((part) => part !== null);
  return <>{parts.join(', ')}</>;
}

function ReachLine({ patient }: { patient: Patient }) {
  const born =
    patient.birthDate === null ? 'Birth date not recorded' : `Born ${showDate(patient.birthDate)}`;
  return (
    <p className={css.reach}>
      <span>{born}</span>
      <span>No. {patient.clinicNumber}</span>
      {patient.phone !== null && <PhoneLink phone={patient.phone} />}
      {patient.email !== null && (
        <a href={`mailto:${patient.email}`} data-private="">
          {patient.email}
        </a>
      )}
      {patient.language !== null && <span>Speaks {languageName(patient.language)}</span>}
    </p>
  );
}

function PatientMenu({ patient }: { patient: Patient }) {
  const mayWrite = useMay('patients.write');
  const archive = useArchivePatient();
  if (!mayWrite) return null;
  const set = (of: Patient, isArchived: boolean) =>
    archive.mutate(
      { id: of.id, version: of.version, isArchived },
      {
        onSuccess: (saved) =>
          showToast({
            text: `${named(fullName(saved))} is ${saved.isArchived ? 'archived' : 'back in the list'}`,
            undo: () => set(saved, !isArchived),
          }),
        onError: (error) => showToast({ text: `Not changed. ${describeError(error).title}` }),
      },
    );
  return (
    <>
      <Menu
        label="More for this patient"
        align="end"
        trigger={(props) => <IconButton icon="more" label="More for this patient" {...props} />}
      >
        <MenuItem
          icon={patient.isArchived ? 'restore' : 'archive'}
          onSelect={() => set(patient, !patient.isArchived)}
        >
          {patient.isArchived ? 'Bring back to the list' : 'Archive'}
        </MenuItem>
      </Menu>
      <Link
        to="/patients/$patientId/edit"
        params={{ patientId: patient.id }}
        className={buttonClass()}
      >
        Change details
      </Link>
    </>
  );
}

/** What the desk knows of a patient, beside what is booked. */
export function AtTheDesk({ patientId }: { patientId: string }) {
  const { data } = useQuery(patientQueryOptions(patientId));
  return (
    <Section title="At the desk">
      {data ? <DeskDetails patient={data} /> : <LoadingState kind="text" rows={5} />}
    </Section>
  );
}

/** The desk's whole knowledge of a patient, for those who see nothing clinical. */
export function DeskDetails({ patient }: { patient: Patient }) {
  const { timeZone } = useClinic();
  const rows: [string, string | null][] = [
    ['Reach by', CONTACT_LABELS[patient.contactPreference]],
    ['Language', patient.language === null ? null : languageName(patient.language)],
    ['Referred by', patient.referralSource],
    ['Desk note', patient.notes === '' ? null : patient.notes],
    ['Registered', showDate(dateIn(timeZone, patient.createdAt))],
  ];
  return (
    <dl className={css.details}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span className={css.none}>Not recorded</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
