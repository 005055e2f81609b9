import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Session as SessionRecord } from '#domain/sessions/session.ts';
import { consentInForce } from '#domain/consents/consent-rules.ts';
import { courseConsentsQuery } from '#src/features/consents/consents.queries.ts';
import { courseQuery } from '#src/features/courses/courses.queries.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { patientQueryOptions } from '#src/features/patients/patients.queries.ts';
import { BeginSession } from '#src/features/sessions/begin-session.tsx';
import { SessionPage } from '#src/features/sessions/session-page.tsx';
import { lastSignedQuery, sessionQuery } from '#src/features/sessions/sessions.queries.ts';
import { sessionScreeningQuery } from '#src/features/screening/screening.queries.ts';
import { staffListQuery } from '#src/features/staff/staff.queries.ts';
import { ageToday } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { isProblem } from '#src/lib/problem.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { Status } from '#src/ui/status.tsx';
import css from './session-screens.module.css';
import { EmptyState, LoadingState, NoPermissionState, QueryBoundary } from '#src/ui/states.tsx';

const newRoute = getRouteApi('/app/courses/$courseId/sessions/new');
const route = getRouteApi('/app/sessions/$sessionId');

/** Begins a session, then opens its record. */
export function SessionNewScreen() {
  const { courseId } = newRoute.useParams();
  const { appointment } = newRoute.useSearch();
  const navigate = useNavigate();
  return (
    <BeginSession
      courseId={courseId}
      appointmentId={appointment}
      onOpen={(sessionId) =>
        void navigate({ to: '/sessions/$sessionId', params: { sessionId }, replace: true })
      }
    />
  );
}

/** The record of one session, with whom and which course it belongs to. */
export function SessionScreen() {
  return useMay('sessions.read') ? (
    <Session />
  ) : (
    <Waiting>
      <NoPermissionState />
    </Waiting>
  );
}

function Session() {
  const { sessionId } = route.useParams();
  const query = useQuery(sessionQuery(sessionId));
  if (query.data) return <Loaded session={query.data} />;
  if (isProblem(query.error, 'not_found'))
    return (
      <Waiting>
        <EmptyState
          title="There is no such session"
          text="It may have been a draft that was discarded since."
        />
      </Waiting>
    );
  return (
    <Waiting>
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="form" />}
        errorTitle="This session did not load"
        kept="What was typed in it is kept on this device."
      >
        {(session) => <Loaded session={session} />}
      </QueryBoundary>
    </Waiting>
  );
}

/** Until there is a session to show, the page still has a way back: it has no menu beside it. */
function Waiting({ children }: { children: ReactNode }) {
  return (
    <PageFrame
      title="Session"
      back={
        <Link to="/patients" className={buttonClass({ variant: 'quiet' })} aria-label="Patients">
          <Icon name="chevron-left" />
        </Link>
      }
    >
      {children}
    </PageFrame>
  );
}

/** How far today's questions and the consent are, and the way to both. */
function AskedToday({ session }: { session: SessionRecord }) {
  const plan = useQuery(sessionScreeningQuery(session.id)).data;
  const consents = useQuery(courseConsentsQuery(session.courseId)).data;
  const left = plan?.due.filter((item) => {
    const answer = plan.screening?.answers[item]?.answer ?? 'not_asked';
    return answer === 'not_asked';
  }).length;
  const isSigned = consents && consentInForce(consents.items) !== null;
  return (
    <div className={css.asked}>
      {left !== undefined && (
        <Status tone={left === 0 ? 'ok' : 'review'}>
          {left === 0 ? 'All questions answered' : `${left} not asked`}
        </Status>
      )}
      <Link
        to="/sessions/$sessionId/screening"
        params={{ sessionId: session.id }}
        className={buttonClass({ size: 'sm' })}
      >
        Questions
      </Link>
      {isSigned !== undefined && (
        <Status tone={isSigned ? 'ok' : 'review'}>
          {isSigned ? 'Consent signed' : 'No consent'}
        </Status>
      )}
      {isSigned === false && (
        <Link
          to="/courses/$courseId/consent"
          params={{ courseId: session.courseId }}
          className={buttonClass({ size: 'sm' })}
        >
          Sign the consent
        </Link>
      )}
    </div>
  );
}

function Loaded({ session }: { session: SessionRecord }) {
  const { timeZone } = useClinic();
  const navigate = useNavigate();
  const patient = useQuery(patientQueryOptions(session.patientId)).data;
  const course = useQuery(courseQuery(session.courseId)).data;
  const last = useQuery(lastSignedQuery(session.courseId)).data ?? null;
  const staff = useQuery(staffListQuery()).data;
  return (
    <SessionPage
      session={session}
      patient={
        patient && {
          name: fullName(patient),
          age: patient.birthDate === null ? null : ageToday(patient.birthDate, timeZone),
          clinicNumber: patient.clinicNumber,
        }
      }
      course={course}
      last={last}
      screening={<AskedToday session={session} />}
      nameOf={(staffId) => staff?.items.find(({ id }) => id === staffId)?.name}
      onDiscarded={() =>
        void navigate({
          to: '/patients/$patientId',
          params: { patientId: session.patientId },
          replace: true,
        })
      }
    />
  );
}
