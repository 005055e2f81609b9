import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import { SEX_LABELS } from '#domain/patients/patient.ts';
import type { MyDay, Visit } from '#domain/my-day/my-day.ts';
import { nextVisit } from '#domain/my-day/visit-rules.ts';
import { ageToday, showDate, timeIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Name } from '#src/ui/name.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './my-day.module.css';
import { myDayQuery } from './my-day.queries.ts';
import { VisitMarks, VisitStatus, visitInWords } from './visit-words.tsx';

type Unsigned = MyDay['unsigned'][number];

type Links = {
  /** The way to the patient's page. */
  patient: (patientId: string, words: ReactNode) => ReactNode;
  /** What a visit is begun or gone on with; the next one's is the page's main action. */
  open: (visit: Visit, isNext: boolean) => ReactNode;
  /** The way to what a visit lacks. */
  mend: (visit: Visit) => ReactNode;
  /** The way to a record that waits for a signature. */
  unsigned: (record: Unsigned) => ReactNode;
  /** The way to everyone's unsigned sessions. */
  allUnsigned: ReactNode;
};

/** A practitioner's day: who comes next, what is missing, what changed, and what is left to sign. */
export function MyDayPage({ links, followUps }: { links: Links; followUps?: ReactNode }) {
  const query = useQuery(myDayQuery());
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="text" />}
      errorTitle="Your day did not load"
    >
      {(day) => <Day day={day} links={links} followUps={followUps} />}
    </QueryBoundary>
  );
}

function Day({ day, links, followUps }: { day: MyDay; links: Links; followUps: ReactNode }) {
  const next = nextVisit(day.visits);
  const seen = day.visits.filter(({ status }) => status === 'done').length;
  return (
    <PageFrame
      title="My day"
      meta={showDate(day.today)}
      asideLabel="Left to do"
      keepsBeside
      aside={
        <>
          <UnsignedList records={day.unsigned} links={links} />
          {links.allUnsigned}
          {followUps}
        </>
      }
    >
      {next === null ? (
        <EmptyState
          size={day.visits.length === 0 ? 'page' : 'panel'}
          icon="check-double"
          title={day.visits.length === 0 ? 'Nobody is booked with you today' : 'The day is over'}
          text={
            day.visits.length === 0
              ? 'Reception books patients on the schedule.'
              : 'Everyone booked with you today was seen, or did not come.'
          }
        />
      ) : (
        <NextVisit visit={next} now={day.now} links={links} />
      )}
      {day.visits.length > 0 && (
        <Section title="Today" meta={`${day.visits.length} booked, ${seen} done`}>
          <ol className={css.visits}>
            {day.visits.map((visit) => (
              <VisitRow
                key={visit.appointmentId}
                visit={visit}
                now={day.now}
                isNext={visit === next}
                links={links}
              />
            ))}
          </ol>
        </Section>
      )}
    </PageFrame>
  );
}

const isOver = ({ status }: Visit): boolean => status === 'done' || status === 'no_show';

function NextVisit({ visit, now, links }: { visit: Visit; now: string; links: Links }) {
  const { timeZone } = useClinic();
  const { patient } = visit;
  const about = [
    patient.birthDate === null ? null : String(ageToday(patient.birthDate, timeZone)),
    patient.sexAtBirth === 'not_recorded' ? null : SEX_LABELS[patient.sexAtBirth].toLowerCase(),
    `No. ${patient.clinicNumber}`,
  ].filter((part) => part !== null);
  return (
    <Section title="Next">
      <div className={css.next}>
        <div className={css.head}>
          <h3>{links.patient(patient.id, <Name>{fullName(patient)}</Name>)}</h3>
          <span className={css.when}>{about.join(', ')}</span>
        </div>
        <div className={css.facts}>
          <span>{timeIn(timeZone, visit.startsAt)}</span>
          <span>{visitInWords(visit)}</span>
          {visit.room !== null && <span>{visit.room}</span>}
          <VisitStatus visit={visit} now={now} />
        </div>
        {visit.note !== '' && <p className="read">{visit.note}</p>}
        <div className={css.columns}>
          <Part title="To mind" none="Nothing is recorded.">
            {visit.alerts.length > 0 && <VisitMarks visit={{ ...visit, missing: [] }} />}
          </Part>
          <Part title="Missing" none="Nothing is missing.">
            {visit.missing.length > 0 && <VisitMarks visit={{ ...visit, alerts: [] }} />}
          </Part>
          <Part
            title={
              visit.lastSessionOn === null
                ? 'Since last time'
                : `Since ${showDate(visit.lastSessionOn)}`
            }
            none={visit.lastSessionOn === null ? 'No session yet.' : 'Nothing changed.'}
          >
            {visit.changes.length > 0 && (
              <ul>
                {visit.changes.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            )}
          </Part>
        </div>
        <div className={css.actions}>
          {links.open(visit, true)}
          {links.mend(visit)}
        </div>
      </div>
    </Section>
  );
}

function Part({ title, none, children }: { title: string; none: string; children: ReactNode }) {
  return (
    <div className={css.part}>
      <h4>{title}</h4>
      {children ? <div className={css.marks}>{children}</div> : <p>{none}</p>}
    </div>
  );
}

function VisitRow({
  visit,
  now,
  isNext,
  links,
}: {
  visit: Visit;
  now: string;
  isNext: boolean;
  links: Links;
}) {
  const { timeZone } = useClinic();
  return (
    <li
      className={css.visit}
      data-over={isOver(visit) || undefined}
      data-next={isNext || undefined}
    >
      <span className={css.time}>
        {timeIn(timeZone, visit.startsAt)}–{timeIn(timeZone, visit.endsAt)}
      </span>
      <span className={css.who}>
        {links.patient(visit.patient.id, <Name strong>{fullName(visit.patient)}</Name>)}
        <span className={css.second}>
          <span>{visitInWords(visit)}</span>
          {visit.room !== null && <span>{visit.room}</span>}
          <VisitStatus visit={visit} now={now} />
        </span>
      </span>
      <span className={css.marks}>{!isOver(visit) && <VisitMarks visit={visit} />}</span>
      <span>{!isNext && visit.status !== 'no_show' && links.open(visit, false)}</span>
    </li>
  );
}

function UnsignedList({ records, links }: { records: readonly Unsigned[]; links: Links }) {
  return (
    <Section title="To sign" meta="of earlier days">
      {records.length === 0 ? (
        <p>Nothing waits for your signature.</p>
      ) : (
        <ul className={css.unsigned}>
          {records.map((record) => (
            <li key={record.id}>
              {links.unsigned(record)}
              <p>
                {record.kind === 'session' ? 'Session' : 'Consultation'} of {showDate(record.on)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
