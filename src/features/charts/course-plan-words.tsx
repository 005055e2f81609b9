import type { PatientChart } from '#domain/patients/chart.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { planInWords } from '#src/ui/clinic/plan-words.ts';
import { Name } from '#src/ui/name.tsx';
import css from './course-head.module.css';

/** A course's plan, the protocol it follows, and how the plan changed with whose reason. */
export function CoursePlanWords({
  course,
  protocols,
  staff,
}: {
  course: PatientChart['courses'][number];
  protocols: PatientChart['protocolVersions'];
  staff: PatientChart['staff'];
}) {
  const { timeZone } = useClinic();
  const protocol = protocols.find(({ id }) => id === course.protocolVersionId);
  const { planChanges } = course;
  return (
    <>
      <p className={css.facts}>
        {planInWords(course)}
        {protocol && ` Protocol: ${protocol.name}, version ${protocol.number}.`}
      </p>
      {planChanges.length > 0 && (
        <details className={css.changes}>
          <summary>
            The plan was changed {planChanges.length === 1 ? 'once' : `${planChanges.length} times`}
          </summary>
          <ol>
            {planChanges.map((change) => (
              <li key={change.at}>
                {showMoment(timeZone, change.at)},{' '}
                <Name>{staff.find(({ id }) => id === change.by)?.name ?? 'someone who left'}</Name>:{' '}
                {change.reason} Before: {planInWords(change.from)} After: {planInWords(change.to)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
