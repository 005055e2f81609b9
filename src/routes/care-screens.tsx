import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Consultation } from '#domain/consultations/consultation.ts';
import { SignConsent } from '#src/features/consents/sign-consent.tsx';
import { BeginConsultation } from '#src/features/consultations/begin-consultation.tsx';
import { ConsultationPage } from '#src/features/consultations/consultation-page.tsx';
import { courseQuery } from '#src/features/courses/courses.queries.ts';
import { patientQueryOptions } from '#src/features/patients/patients.queries.ts';
import { WhoseRecord } from '#src/features/patients/whose-record.tsx';
import { AllergyLine } from '#src/features/profiles/allergy-line.tsx';
import { EditProfile } from '#src/features/profiles/edit-profile.tsx';
import { ProfileSummary } from '#src/features/profiles/profile-summary.tsx';
import { ScreeningPage } from '#src/features/screening/screening-page.tsx';
import { lastSignedQuery, recipeChoiceQuery } from '#src/features/sessions/sessions.queries.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { OpenTo } from './open-to.tsx';

const profile = getRouteApi('/app/patients/$patientId/profile');
const consult = getRouteApi('/app/patients/$patientId/consult');
const consultation = getRouteApi('/app/consultations/$consultationId');
const sessionScreening = getRouteApi('/app/sessions/$sessionId/screening');
const courseScreening = getRouteApi('/app/courses/$courseId/screening');
const consent = getRouteApi('/app/courses/$courseId/consent');

const CARE_TEAM = 'What patients tell of their health is for the care team.';

const who = (patientId: string) => (
  <>
    <WhoseRecord patientId={patientId} />
    <AllergyLine patientId={patientId} />
  </>
);

/** Allergies, medication and measures, then back to the patient. */
export function ProfileScreen() {
  const { patientId } = profile.useParams();
  return (
    <OpenTo action="profiles.read" title="Allergies and medication" text={CARE_TEAM}>
      <EditProfile
        patientId={patientId}
        who={<WhoseRecord patientId={patientId} />}
        onDone={() => window.history.back()}
      />
    </OpenTo>
  );
}

/** Begins a consultation, then opens its record. */
export function ConsultScreen() {
  const { patientId } = consult.useParams();
  const { course, appointment } = consult.useSearch();
  const navigate = useNavigate();
  return (
    <OpenTo action="profiles.write" title="Consultation" text={CARE_TEAM}>
      <BeginConsultation
        patientId={patientId}
        courseId={course ?? null}
        appointmentId={appointment ?? null}
        onBegun={(consultationId) =>
          void navigate({
            to: '/consultations/$consultationId',
            params: { consultationId },
            replace: true,
          })
        }
      />
    </OpenTo>
  );
}

/** One consultation, with the patient's profile beside it. */
export function ConsultationScreen() {
  const { consultationId } = consultation.useParams();
  const navigate = useNavigate();
  return (
    <OpenTo action="profiles.read" title="Consultation" text={CARE_TEAM}>
      <ConsultationPage
        consultationId={consultationId}
        who={who}
        beside={(patientId) => <ProfileSummary patientId={patientId} />}
        next={(signed) => <AfterConsultation signed={signed} />}
        onDiscarded={(patientId) =>
          void navigate({ to: '/patients/$patientId', params: { patientId }, replace: true })
        }
      />
    </OpenTo>
  );
}

function AfterConsultation({ signed }: { signed: Consultation }) {
  if (signed.courseId !== null)
    return (
      <Link
        to="/courses/$courseId/consent"
        params={{ courseId: signed.courseId }}
        className={buttonClass({ variant: 'primary' })}
      >
        Sign the consent
      </Link>
    );
  if (signed.decision !== 'suitable') return null;
  return (
    <Link
      to="/patients/$patientId/courses/new"
      params={{ patientId: signed.patientId }}
      search={{ consultation: signed.id }}
      className={buttonClass({ variant: 'primary' })}
    >
      Open the course
    </Link>
  );
}

/** The questions of a session, then its record. */
export function SessionScreeningScreen() {
  const { sessionId } = sessionScreening.useParams();
  const navigate = useNavigate();
  return (
    <OpenTo action="screening.read" title="Before the session" text={CARE_TEAM}>
      <ScreeningPage
        of={{ sessionId }}
        who={who}
        onDone={() => void navigate({ to: '/sessions/$sessionId', params: { sessionId } })}
      />
    </OpenTo>
  );
}

/** The questions of a course, then the patient. */
export function CourseScreeningScreen() {
  const { courseId } = courseScreening.useParams();
  const navigate = useNavigate();
  return (
    <OpenTo action="screening.read" title="Before the session" text={CARE_TEAM}>
      <ScreeningPage
        of={{ courseId }}
        who={who}
        onDone={({ patientId }) =>
          void navigate({ to: '/patients/$patientId', params: { patientId } })
        }
      />
    </OpenTo>
  );
}

/** Signs a consent for a course, then back to where it was asked for. */
export function ConsentSignScreen() {
  const { courseId } = consent.useParams();
  const course = useQuery(courseQuery(courseId));
  return (
    <OpenTo action="consents.write" title="Consent" text={CARE_TEAM}>
      <QueryBoundary
        query={course}
        loading={<LoadingState kind="form" />}
        errorTitle="This course did not load"
      >
        {({ patientId }) => <ConsentOf courseId={courseId} patientId={patientId} />}
      </QueryBoundary>
    </OpenTo>
  );
}

function ConsentOf({ courseId, patientId }: { courseId: string; patientId: string }) {
  const patient = useQuery(patientQueryOptions(patientId));
  const recipes = useQuery(recipeChoiceQuery(''));
  const last = useQuery(lastSignedQuery(courseId));
  const back = () => window.history.back();
  if (last.isPending) return <LoadingState kind="form" />;
  return (
    <QueryBoundary
      query={patient}
      loading={<LoadingState kind="form" />}
      errorTitle="This patient did not load"
    >
      {({ language }) => (
        <QueryBoundary
          query={recipes}
          loading={<LoadingState kind="form" />}
          errorTitle="The recipes did not load"
        >
          {({ items }) => (
            <SignConsent
              courseId={courseId}
              who={who(patientId)}
              language={language}
              lastRecipe={last.data?.recipeVersionId ?? null}
              recipes={items.flatMap(({ name, approvedVersionId: id, approvedVersionNumber }) =>
                id === null ? [] : [{ id, label: `${name}, version ${approvedVersionNumber}` }],
              )}
              onSigned={back}
              onCancel={back}
            />
          )}
        </QueryBoundary>
      )}
    </QueryBoundary>
  );
}
