import { Link } from '@tanstack/react-router';
import { PatientFollowUps } from '#src/features/follow-ups/patient-follow-ups.tsx';
import { ToCallList } from '#src/features/follow-ups/to-call-list.tsx';
import type { ListedTask } from '#src/features/follow-ups/follow-ups.queries.ts';
import { useMay } from '#src/lib/me.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { Section } from '#src/ui/page-frame.tsx';

/** The way to a task: to the call it was made of, or to its one form. */
function OpenTask({ task }: { task: ListedTask }) {
  const look = buttonClass({ size: 'sm' });
  return task.phoneReportId ? (
    <Link to="/phone-reports/$id" params={{ id: task.phoneReportId }} className={look}>
      Open
    </Link>
  ) : (
    <Link to="/follow-ups/$id" params={{ id: task.id }} className={look}>
      Open
    </Link>
  );
}

const openTask = (task: ListedTask) => <OpenTask task={task} />;

/** Whom to call today, beside the day's schedule; nothing for those who call nobody. */
export function TodaysCalls() {
  if (!useMay('follow-ups.read')) return null;
  return (
    <Section
      title="To call"
      actions={
        <Link to="/phone-reports/new" className={buttonClass({ size: 'sm' })}>
          Phoned with a problem
        </Link>
      }
    >
      <ToCallList renderOpen={openTask} all={<Link to="/follow-ups">All follow-ups</Link>} />
    </Section>
  );
}

/** A practitioner's own follow-ups, for their day. */
export function MyFollowUps() {
  return (
    <Section title="My follow-ups">
      <ToCallList
        whose="mine"
        limit={5}
        renderOpen={openTask}
        all={
          <Link to="/follow-ups" search={{ whose: 'mine' }}>
            All of mine
          </Link>
        }
      />
    </Section>
  );
}

/** A patient's follow-ups, and the way to hand a call of theirs over. */
export function FollowUpsOfPatient({ patientId }: { patientId: string }) {
  if (!useMay('follow-ups.read')) return null;
  return <PatientFollowUps patientId={patientId} renderOpen={openTask} />;
}

/** Hands a call of this patient over. */
export function PhonedWithProblem({ patientId }: { patientId: string }) {
  if (!useMay('phone-reports.write')) return null;
  return (
    <Link to="/phone-reports/new" search={{ patient: patientId }} className={buttonClass()}>
      Phoned with a problem
    </Link>
  );
}
