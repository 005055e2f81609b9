import { use } from 'react';
import { groupPhone } from '#domain/patients/e164.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { WAITING_STATUS_LABELS } from '#domain/waiting-list/waiting-enums.ts';
import { useClinic } from '#src/lib/me.ts';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { showDays } from '#src/ui/clinic/due-words.ts';
import { Status, type Tone } from '#src/ui/status.tsx';
import type { IconName } from '#src/ui/icon.tsx';
import css from './waiting-list.module.css';
import { dayWords, momentWords, wantedWords } from './waiting-words.ts';
import { dateIn } from '#src/lib/dates.ts';

const LOOKS: Record<WaitingEntry['status'], { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'plain', icon: 'hourglass' },
  offered: { tone: 'note', icon: 'phone' },
  booked: { tone: 'ok', icon: 'check' },
  withdrawn: { tone: 'plain', icon: 'ring-cross' },
};

/** Where an entry stands: urgent, offered a time, booked, withdrawn. */
export function EntryStatus({ entry }: { entry: WaitingEntry }) {
  const { tone, icon } = LOOKS[entry.status];
  if (entry.status === 'waiting' && entry.urgency === 'urgent')
    return <Status tone="stop">Urgent</Status>;
  if (entry.status === 'waiting' && entry.parkedId !== null)
    return <Status icon="archive">Parked</Status>;
  const isUrgent = entry.status === 'offered' && entry.urgency === 'urgent';
  return (
    <Status tone={tone} icon={icon}>
      {WAITING_STATUS_LABELS[entry.status]}
      {isUrgent && ', urgent'}
    </Status>
  );
}

/** When they can come, in one line. */
export function Wanted({ entry }: { entry: WaitingEntry }) {
  const { today } = use(ClinicDates);
  return <>{wantedWords(entry, today)}</>;
}

/** What for: the type, when its session is due, and where a parked one was taken off. */
export function WhatFor({
  entry,
  isBrief = false,
}: {
  entry: WaitingEntry;
  /** Without where it was taken off. */
  isBrief?: boolean;
}) {
  const { timeZone } = useClinic();
  const { today } = use(ClinicDates);
  const { typeName, due, parkedFrom } = entry;
  const more = [
    due === null ? null : `due ${showDays(due.from, due.to, today)}`,
    parkedFrom === null || isBrief
      ? null
      : `parked, was ${momentWords(parkedFrom.startsAt, timeZone, today)}`,
  ].filter((one) => one !== null);
  return (
    <>
      {typeName}
      {more.length > 0 && <span className={css.second}> · {more.join(' · ')}</span>}
    </>
  );
}

/** Since when they wait. */
export function Since({ entry }: { entry: WaitingEntry }) {
  const { timeZone } = useClinic();
  const { today } = use(ClinicDates);
  return <>{dayWords(dateIn(timeZone, entry.createdAt), today)}</>;
}

/** The phone to call, or that there is none. */
export function PhoneLink({ entry: { patient } }: { entry: WaitingEntry }) {
  if (patient.phone === null) return <span className={css.none}>No phone</span>;
  return (
    <a href={`tel:${patient.phone}`} data-private="">
      {groupPhone(patient.phone)}
    </a>
  );
}
