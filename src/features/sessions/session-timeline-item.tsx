import { Link } from '@tanstack/react-router';
import type { PatientChart } from '#domain/patients/chart.ts';
import { NOTICED_CHANGE_LABELS } from '#domain/sessions/session-enums.ts';
import type { Session } from '#domain/sessions/session.ts';
import { Name } from '#src/ui/name.tsx';
import { Status } from '#src/ui/status.tsx';
import { doneInWords, painInWords, reactionsInWords } from './session-words.ts';
import css from './session-timeline-item.module.css';

/** A session among what happened to a patient: what was done, with what, and how it went. */
export function SessionTimelineItem({
  session,
  recipeVersions,
  staff,
}: {
  session: Session;
  recipeVersions: PatientChart['recipeVersions'];
  staff: PatientChart['staff'];
}) {
  const recipe = recipeVersions.find(({ id }) => id === session.recipeVersionId);
  const person = staff.find(({ id }) => id === session.performedBy);
  const isDraft = session.status === 'draft';
  const done = doneInWords(session);
  return (
    <>
      <h3 className={css.title}>
        <Link to="/sessions/$sessionId" params={{ sessionId: session.id }}>
          {session.number === null ? 'Session' : `Session ${session.number}`}
        </Link>
        {isDraft ? (
          <Status tone="review">Draft, not signed</Status>
        ) : (
          <Status icon="lock">Signed</Status>
        )}
      </h3>
      {recipe && (
        <p>
          <bdi>{recipe.recipeName}</bdi> v{recipe.number}
          {session.recipeDeviation !== null && ', changed for this patient'}
        </p>
      )}
      {done !== '' && <p>{done}</p>}
      {!isDraft && (
        <p>
          Pain {painInWords(session.painDuring)} · Reactions:{' '}
          {reactionsInWords(session.reactions).toLowerCase()}
          {session.noticedChange !== null &&
            ` · Noticed a change: ${NOTICED_CHANGE_LABELS[session.noticedChange].toLowerCase()}`}
        </p>
      )}
      {session.overrides.map(({ key, level, message, reason }) => (
        <p key={`${key} ${message}`}>
          <Status tone={level}>{message}</Status> Gone on: “{reason}”
        </p>
      ))}
      {session.laterPain.length > 0 && (
        <p>
          Pain at 24 hours: {session.laterPain.map(({ answer }) => painInWords(answer)).join(', ')}
        </p>
      )}
      {session.notes !== '' && <p className={css.notes}>{session.notes}</p>}
      {session.addenda.length > 0 && (
        <p className={css.quiet}>
          {session.addenda.length === 1
            ? '1 note added later'
            : `${session.addenda.length} notes added later`}
        </p>
      )}
      {person && (
        <p className={css.quiet}>
          <Name>{person.name}</Name>
        </p>
      )}
    </>
  );
}
