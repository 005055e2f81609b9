import { use } from 'react';
import { listName } from '#domain/patients/display-name.ts';
import { groupPhone } from '#domain/patients/e164.ts';
import { CONTACT_LABELS } from '#domain/patients/patient.ts';
import { dateIn, showDate, timeIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { showDays } from '#src/ui/clinic/due-words.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { Name } from '#src/ui/name.tsx';
import { Status } from '#src/ui/status.tsx';
import css from './follow-ups.module.css';
import { attemptsInWords, toneOf, whenInWords, whyInWords } from './follow-up-words.tsx';
import type { ListedTask } from './follow-ups.queries.ts';

/** When a task is to be seen to, by icon and words. */
export function When({ task }: { task: ListedTask }) {
  const { today } = use(ClinicDates);
  return <Status tone={toneOf(task)}>{whenInWords(task, today)}</Status>;
}

/** The phone to call, or that there is none; and a wish not to be called. */
export function CallLink({ patient }: { patient: ListedTask['patient'] }) {
  const { phone, contactPreference } = patient;
  return (
    <span className={css.call}>
      {phone === null ? (
        <span className={css.quiet}>No phone</span>
      ) : (
        <a href={`tel:${phone}`} data-private="">
          {groupPhone(phone)}
        </a>
      )}
      {contactPreference === 'none' && <Status tone="review">{CONTACT_LABELS.none}</Status>}
    </span>
  );
}

/** What came of earlier attempts, and whether reception asked for a clinician. */
export function Attempts({ task }: { task: ListedTask }) {
  const { timeZone } = useClinic();
  const words = attemptsInWords(task, timeZone);
  if (task.needsClinician) return <Status tone="stop">Needs a clinician</Status>;
  if (task.callBackOn !== null)
    return <span className={css.quiet}>Call back {showDate(task.callBackOn)}</span>;
  return words === null ? null : <span className={css.quiet}>{words}</span>;
}

function NextVisit({ at }: { at: string | null }) {
  const { timeZone } = useClinic();
  const { today } = use(ClinicDates);
  if (at === null) return null;
  const on = dateIn(timeZone, at);
  return (
    <>
      {showDays(on, on, today)}, {timeIn(timeZone, at)}
    </>
  );
}

/** The columns of the worklist. */
export const FOLLOW_UP_COLUMNS: readonly TableColumn<ListedTask>[] = [
  {
    id: 'patient',
    header: 'Patient',
    always: true,
    cell: ({ patient }) => <Name strong>{listName(patient)}</Name>,
  },
  { id: 'why', header: 'Why', always: true, grow: true, cell: (task) => whyInWords(task) },
  { id: 'when', header: 'When', cell: (task) => <When task={task} /> },
  { id: 'phone', header: 'Phone', cell: ({ patient }) => <CallLink patient={patient} /> },
  {
    id: 'attempts',
    header: 'So far',
    from: 'tablet',
    cell: (task) => <Attempts task={task} />,
  },
  {
    id: 'next',
    header: 'Next visit',
    from: 'desktop',
    quiet: true,
    cell: ({ nextAppointmentAt }) => <NextVisit at={nextAppointmentAt} />,
  },
  {
    id: 'clinicNumber',
    header: 'No.',
    label: 'Clinic number',
    quiet: true,
    offAtFirst: true,
    cell: ({ patient }) => patient.clinicNumber,
  },
];
