import { useQuery } from '@tanstack/react-query';
import { use, type ReactNode } from 'react';
import { ATTEMPT_RESULT_LABELS, isWindowed } from '#domain/follow-ups/follow-up-enums.ts';
import type { CareFollowUp } from '#domain/follow-ups/follow-up.ts';
import { showDate, showMoment } from '#src/lib/dates.ts';
import { useClinic, useMe } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { CloseFollowUp } from './close-follow-up.tsx';
import { CallLink, When } from './follow-up-columns.tsx';
import css from './follow-ups.module.css';
import { whenInWords, whyInWords } from './follow-up-words.tsx';
import { useTakeFollowUp } from './follow-ups.mutations.ts';
import { followUpQueryOptions } from './follow-ups.queries.ts';
import { LogAttempt } from './log-attempt.tsx';
import { RecordContact } from './record-contact.tsx';
import { ReviewFollowUp } from './review-follow-up.tsx';

/** One follow-up for whoever answers it: whom, why, what came of it so far, and the one form. */
export function FollowUpPage({
  id,
  renderPatient,
  renderSideEffect,
  renderAssess,
  onDone,
}: {
  id: string;
  /** Whose it is, with the way to the chart. */
  renderPatient: (patientId: string) => ReactNode;
  /** The way to the side effect behind it. */
  renderSideEffect: (sideEffectId: string) => ReactNode;
  /** The way to a full assessment of the course. */
  renderAssess: (courseId: string) => ReactNode;
  onDone: () => void;
}) {
  const query = useQuery(followUpQueryOptions(id));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This follow-up did not load"
    >
      {(task) => (
        <PageFrame
          title={whyInWords(task)}
          below={
            <>
              {renderPatient(task.patient.id)}
              <p className={css.line}>
                <When task={task} />
                <CallLink patient={task.patient} />
                {isWindowed(task.rule) && (
                  <span>
                    window {showDate(task.dueFrom)} to {showDate(task.dueTo)}
                  </span>
                )}
              </p>
            </>
          }
          actions={<TaskActions task={task} onDone={onDone} />}
        >
          <AttemptsSoFar task={task} />
          <TaskBody
            task={task}
            renderSideEffect={renderSideEffect}
            renderAssess={renderAssess}
            onDone={onDone}
          />
        </PageFrame>
      )}
    </QueryBoundary>
  );
}

const isClosed = ({ closedOn }: CareFollowUp): boolean => closedOn !== null;

function TaskActions({ task, onDone }: { task: CareFollowUp; onDone: () => void }) {
  const { staff } = useMe();
  const take = useTakeFollowUp(task.patient.id);
  if (isClosed(task)) return null;
  return (
    <div className={css.actions}>
      <CloseFollowUp task={task} onClosed={onDone} />
      {task.assignedTo !== staff.id && (
        <Button
          loading={take.isPending}
          onClick={() => take.mutate({ id: task.id, version: task.version })}
        >
          Take it
        </Button>
      )}
      <LogAttempt task={task} />
    </div>
  );
}

function AttemptsSoFar({ task }: { task: CareFollowUp }) {
  const { timeZone } = useClinic();
  if (task.attempts.length === 0) return null;
  return (
    <Section title="Calls so far">
      <ul className={css.list}>
        {task.attempts.map((attempt) => (
          <li key={attempt.id} className={css.line}>
            <b>{ATTEMPT_RESULT_LABELS[attempt.result]}</b>
            <span>{showMoment(timeZone, attempt.madeAt)}</span>
            {attempt.callBackOn !== null && <span>call back {showDate(attempt.callBackOn)}</span>}
            {attempt.note !== '' && <span dir="auto">{attempt.note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TaskBody({
  task,
  renderSideEffect,
  renderAssess,
  onDone,
}: {
  task: CareFollowUp;
  renderSideEffect: (sideEffectId: string) => ReactNode;
  renderAssess: (courseId: string) => ReactNode;
  onDone: () => void;
}) {
  const { today } = use(ClinicDates);
  if (isClosed(task))
    return (
      <Notice tone="ok" title={whenInWords(task, today)}>
        {task.closeReason ?? 'What was recorded closed it.'}
      </Notice>
    );
  if (isWindowed(task.rule))
    return (
      <Section
        title="What was asked"
        actions={
          task.rule.startsWith('week_') && task.courseId !== null
            ? renderAssess(task.courseId)
            : undefined
        }
      >
        {/* Another desk's attempt gives a newer version: the form takes it, and keeps what is typed. */}
        <RecordContact key={task.version} task={task} onRecorded={onDone} />
      </Section>
    );
  return (
    <Section
      title="What was found"
      actions={task.sideEffect === null ? undefined : renderSideEffect(task.sideEffect.id)}
    >
      <ReviewFollowUp key={task.version} task={task} onDone={onDone} />
    </Section>
  );
}
