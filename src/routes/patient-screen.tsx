import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import type { ChartGap, PatientChart as Chart } from '#domain/patients/chart.ts';
import { PatientAppointments } from '#src/features/appointments/patient-appointments.tsx';
import { AssessmentItem } from '#src/features/charts/assessment-item.tsx';
import { chartQuery } from '#src/features/charts/chart.queries.ts';
import { ChartGaps, PatientChart } from '#src/features/charts/patient-chart.tsx';
import type { TimelineEntry } from '#src/features/charts/timeline.ts';
import { CourseMeasures } from '#src/features/outcomes/course-measures.tsx';
import { TakeBackReading } from '#src/features/outcomes/take-back-reading.tsx';
import { WhatChanged } from '#src/features/outcomes/what-changed.tsx';
import { readingInWords } from '#src/features/outcomes/reading-words.ts';
import { ConsentCard } from '#src/features/consents/consent-card.tsx';
import { ConsultationList } from '#src/features/consultations/consultation-list.tsx';
import { CourseMenu } from '#src/features/courses/course-menu.tsx';
import { DeskCourses } from '#src/features/patients/desk-courses.tsx';
import { AtTheDesk, DeskDetails, PatientPage } from '#src/features/patients/patient-page.tsx';
import { AllergyLine } from '#src/features/profiles/allergy-line.tsx';
import { ProfileSummary } from '#src/features/profiles/profile-summary.tsx';
import { NeedsClinician } from '#src/features/screening/needs-clinician.tsx';
import { SessionTimelineItem } from '#src/features/sessions/session-timeline-item.tsx';
import { SideEffectItem } from '#src/features/side-effects/side-effect-item.tsx';
import { PatientWaiting } from '#src/features/waiting-list/patient-waiting.tsx';
import { useMay } from '#src/lib/me.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { FollowUpsOfPatient, PhonedWithProblem } from './follow-up-parts.tsx';
import { HandOver } from './hand-over.tsx';

const route = getRouteApi('/app/patients/$patientId');

/** One patient: the desk's page for everyone, and the chart for the care team. */
export function PatientScreen() {
  const { patientId } = route.useParams();
  return useMay('chart.read') ? (
    <CarePage patientId={patientId} />
  ) : (
    <DeskPage patientId={patientId} />
  );
}

function DeskPage({ patientId }: { patientId: string }) {
  const mayHandOver = useMay('intake.write');
  return (
    <PatientPage
      patientId={patientId}
      sign={<NeedsClinician patientId={patientId} />}
      actions={
        <>
          <PhonedWithProblem patientId={patientId} />
          {mayHandOver && <HandOver patientId={patientId} />}
        </>
      }
      aside={
        <>
          <AtTheDesk patientId={patientId} />
          <FollowUpsOfPatient patientId={patientId} />
        </>
      }
    >
      <DeskCourses patientId={patientId} />
      <PatientAppointments patientId={patientId} isMain />
      <PatientWaiting patientId={patientId} />
    </PatientPage>
  );
}

function CarePage({ patientId }: { patientId: string }) {
  const query = useQuery(chartQuery(patientId));
  const chart = query.data;
  // Where nothing stands beside the record, what it lacks must not end up under it.
  const isNarrow = useMedia('(max-width: 960px)');
  const gaps = chart && chart.courses.length > 0 && (
    <ChartGaps gaps={chart.gaps} renderAction={(gap) => <GapLink gap={gap} />} />
  );
  const openCourse = (
    <Link
      to="/patients/$patientId/courses/new"
      params={{ patientId }}
      className={buttonClass({ variant: chart?.courses.length === 0 ? 'primary' : 'default' })}
    >
      New course
    </Link>
  );
  return (
    <PatientPage
      patientId={patientId}
      sign={
        <>
          <NeedsClinician patientId={patientId} /> <AllergyLine patientId={patientId} />
        </>
      }
      actions={
        <>
          <HandOver patientId={patientId} />
          {chart && chart.courses.length > 0 && openCourse}
        </>
      }
      aside={
        chart && (
          <>
            {!isNarrow && gaps}
            <FollowUpsOfPatient patientId={patientId} />
            <ProfileSummary patientId={patientId} />
            {chart.courses
              .filter(({ status }) => status === 'open')
              .map(({ id }) => (
                <ConsentCard key={id} courseId={id} />
              ))}
            <ConsultationList patientId={patientId} />
            <PatientAppointments patientId={patientId} />
            <PatientWaiting patientId={patientId} />
            <Section title="At the desk">
              <DeskDetails patient={chart.patient} />
            </Section>
          </>
        )
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" />}
        errorTitle="The chart did not load"
      >
        {(loaded) => (
          <>
            {isNarrow && gaps}
            <PatientChart
              chart={loaded}
              openCourse={openCourse}
              courseActions={(course) => (
                <>
                  <CourseMenu course={course} />
                  {course.status === 'open' && (
                    <CourseLinks course={course} sessions={loaded.sessions} />
                  )}
                </>
              )}
              renderEntry={(entry) => <Entry entry={entry} chart={loaded} />}
            />
            {loaded.courses.length > 0 && <WhatChanged patientId={patientId} />}
            {loaded.courses.map(({ id, indication }) => (
              <CourseMeasures
                key={id}
                outcomes={loaded.outcomes}
                courseId={id}
                title={`Measures: ${INDICATION_LABELS[indication]}`}
              />
            ))}
          </>
        )}
      </QueryBoundary>
    </PatientPage>
  );
}

function CourseLinks({
  course,
  sessions,
}: {
  course: Chart['courses'][number];
  sessions: Chart['sessions'];
}) {
  const draft = sessions.find(
    (session) => session.courseId === course.id && session.status === 'draft',
  );
  const params = { courseId: course.id };
  return (
    <>
      <Link
        to="/courses/$courseId/side-effects/new"
        params={params}
        className={buttonClass({ variant: 'quiet' })}
      >
        Side effect
      </Link>
      <Link to="/courses/$courseId/assess" params={params} className={buttonClass()}>
        Assess
      </Link>
      {draft ? (
        <Link
          to="/sessions/$sessionId"
          params={{ sessionId: draft.id }}
          className={buttonClass({ variant: 'primary' })}
        >
          Continue session {course.signedSessions + 1}
        </Link>
      ) : (
        <Link
          to="/courses/$courseId/sessions/new"
          params={params}
          className={buttonClass({ variant: 'primary' })}
        >
          Record session {course.signedSessions + 1}
        </Link>
      )}
    </>
  );
}

function Entry({ entry, chart }: { entry: TimelineEntry; chart: Chart }) {
  if (entry.kind === 'assessment')
    return (
      <AssessmentItem
        readings={entry.readings}
        inWords={readingInWords}
        action={(reading) => <TakeBackReading reading={reading} />}
      />
    );
  if (entry.kind === 'side-effect') return <SideEffectItem effect={entry.effect} />;
  return (
    <SessionTimelineItem
      session={entry.session}
      recipeVersions={chart.recipeVersions}
      staff={chart.staff}
    />
  );
}

function GapLink({ gap }: { gap: ChartGap }) {
  const look = buttonClass({ size: 'sm' });
  if (gap.code === 'draft_unsigned' && gap.sessionId !== null)
    return (
      <Link to="/sessions/$sessionId" params={{ sessionId: gap.sessionId }} className={look}>
        Continue
      </Link>
    );
  if (gap.code === 'side_effect_open' && gap.sideEffectId !== null)
    return (
      <Link to="/side-effects/$id" params={{ id: gap.sideEffectId }} className={look}>
        Open
      </Link>
    );
  if (gap.code === 'session_overdue')
    return (
      <Link
        to="/courses/$courseId/sessions/new"
        params={{ courseId: gap.courseId }}
        className={look}
      >
        Record
      </Link>
    );
  if (gap.code === 'suitability_missing')
    return (
      <Link to="/courses/$courseId/edit" params={{ courseId: gap.courseId }} className={look}>
        Decide
      </Link>
    );
  // A window that has closed cannot be filled: a late reading would not count for that week.
  if (gap.isOverdue) return null;
  return (
    <Link to="/courses/$courseId/assess" params={{ courseId: gap.courseId }} className={look}>
      Assess
    </Link>
  );
}
