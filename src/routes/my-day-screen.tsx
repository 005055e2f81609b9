import { Link } from '@tanstack/react-router';
import { fullName } from '#domain/patients/display-name.ts';
import type { Visit } from '#domain/my-day/my-day.ts';
import { MyDayPage } from '#src/features/my-day/my-day-page.tsx';
import { buttonClass } from '#src/ui/button.tsx';
import { Name } from '#src/ui/name.tsx';
import { MyFollowUps } from './follow-up-parts.tsx';
import { OpenTo } from './open-to.tsx';

/** A practitioner's home: the day's patients, and what is left to sign. */
export function MyDayScreen() {
  return (
    <OpenTo action="chart.read" title="My day" text="My day is for those who treat patients.">
      <MyDayPage
        followUps={<MyFollowUps />}
        links={{
          patient: (patientId, words) => (
            <Link to="/patients/$patientId" params={{ patientId }}>
              {words}
            </Link>
          ),
          open: (visit, isNext) => <OpenVisit visit={visit} isNext={isNext} />,
          mend: (visit) => <MendVisit visit={visit} />,
          allUnsigned: <Link to="/outcomes/unsigned">All sessions to sign</Link>,
          unsigned: ({ id, kind, ...patient }) =>
            kind === 'session' ? (
              <Link to="/sessions/$sessionId" params={{ sessionId: id }}>
                <Name>{fullName(patient)}</Name>
              </Link>
            ) : (
              <Link to="/consultations/$consultationId" params={{ consultationId: id }}>
                <Name>{fullName(patient)}</Name>
              </Link>
            ),
        }}
      />
    </OpenTo>
  );
}

/** One press to the record of a visit: the next one's is the page's main action. */
function OpenVisit({ visit, isNext }: { visit: Visit; isNext: boolean }) {
  const { session, consultation, courseId, appointmentId, patient, kind } = visit;
  const className = buttonClass(isNext ? { variant: 'primary' } : { size: 'sm' });
  // Rows are told apart by whose they are; the words on the button come first.
  const label = (words: string) => (isNext ? undefined : `${words}: ${fullName(patient)}`);
  if (session)
    return (
      <Link
        to="/sessions/$sessionId"
        params={{ sessionId: session.id }}
        className={className}
        aria-label={label(session.isSigned ? 'Session' : 'Go on')}
      >
        {session.isSigned ? 'Session' : isNext ? 'Go on with the session' : 'Go on'}
      </Link>
    );
  if (kind === 'session' && courseId !== null)
    return (
      <Link
        to="/courses/$courseId/sessions/new"
        params={{ courseId }}
        search={{ appointment: appointmentId }}
        className={className}
        aria-label={label('Begin')}
      >
        {isNext ? 'Begin the session' : 'Begin'}
      </Link>
    );
  if (consultation)
    return (
      <Link
        to="/consultations/$consultationId"
        params={{ consultationId: consultation.id }}
        className={className}
        aria-label={label('Consultation')}
      >
        {consultation.isSigned || !isNext ? 'Consultation' : 'Go on with the consultation'}
      </Link>
    );
  if (kind === 'consultation')
    return (
      <Link
        to="/patients/$patientId/consult"
        params={{ patientId: patient.id }}
        search={{ appointment: appointmentId, ...(courseId === null ? {} : { course: courseId }) }}
        className={className}
        aria-label={label('Begin')}
      >
        {isNext ? 'Begin the consultation' : 'Begin'}
      </Link>
    );
  if (kind === 'assessment' && courseId !== null)
    return (
      <Link
        to="/courses/$courseId/assess"
        params={{ courseId }}
        className={className}
        aria-label={label('Assess')}
      >
        Assess
      </Link>
    );
  return (
    <Link
      to="/patients/$patientId"
      params={{ patientId: patient.id }}
      className={className}
      aria-label={label('Chart')}
    >
      Chart
    </Link>
  );
}

/** The ways to what a visit lacks. */
function MendVisit({ visit: { missing, courseId, patient, session } }: { visit: Visit }) {
  return (
    <>
      {missing.includes('course') && (
        <Link
          to="/patients/$patientId/courses/new"
          params={{ patientId: patient.id }}
          className={buttonClass()}
        >
          Open a course
        </Link>
      )}
      {courseId !== null && missing.includes('consent') && (
        <Link to="/courses/$courseId/consent" params={{ courseId }} className={buttonClass()}>
          Sign the consent
        </Link>
      )}
      {(missing.includes('screening') || missing.includes('review')) &&
        (session ? (
          <Link
            to="/sessions/$sessionId/screening"
            params={{ sessionId: session.id }}
            className={buttonClass()}
          >
            Ask the questions
          </Link>
        ) : (
          courseId !== null && (
            <Link to="/courses/$courseId/screening" params={{ courseId }} className={buttonClass()}>
              Ask the questions
            </Link>
          )
        ))}
      {courseId !== null && missing.includes('suitability') && (
        <Link to="/courses/$courseId/edit" params={{ courseId }} className={buttonClass()}>
          Decide suitability
        </Link>
      )}
      {courseId !== null && missing.includes('baseline') && (
        <Link to="/courses/$courseId/assess" params={{ courseId }} className={buttonClass()}>
          Take the baseline
        </Link>
      )}
      {missing.includes('allergies') && (
        <Link
          to="/patients/$patientId/profile"
          params={{ patientId: patient.id }}
          className={buttonClass()}
        >
          Ask for allergies
        </Link>
      )}
    </>
  );
}
