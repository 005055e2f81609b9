import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { ANSWER_LABELS } from '#domain/courses/course-enums.ts';
import { SCREENING_DETAILS, type ScreeningItem } from '#domain/screening/screening-items.ts';
import {
  SCREENING_SOURCE_LABELS,
  type ScreeningAnswers,
  type ScreeningPlan,
} from '#domain/screening/screening.ts';
import { newKey } from '#src/lib/api.ts';
import { showDate } from '#src/lib/dates.ts';
import { useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { ChecksPanel } from '#src/ui/clinic/checks-panel.tsx';
import { DRAFT_PREFIX } from '#src/ui/drafts.ts';
import { Kbd } from '#src/ui/kbd.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { describeError, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { AnswerRow } from './answer-row.tsx';
import css from './screening.module.css';
import {
  useRecordScreening,
  useReviewScreening,
  useUpdateScreening,
} from './screening.mutations.ts';
import { courseScreeningQuery, sessionScreeningQuery } from './screening.queries.ts';

const draftKey = ({ sessionId, courseId, on }: ScreeningPlan): string =>
  `${DRAFT_PREFIX}screening-${sessionId ?? `${courseId}-${on}`}`;

function keptAnswers(plan: ScreeningPlan): ScreeningAnswers {
  const kept = sessionStorage.getItem(draftKey(plan));
  // Written below by this very page, and checked by the server when it is sent.
  return kept === null ? {} : (JSON.parse(kept) as ScreeningAnswers);
}

/** The questions before a session: what is due, what was said last time, and what it asks for. */
export function ScreeningPage({
  of,
  who,
  onDone,
}: {
  /** A session, or a course before it. */
  of: { sessionId: string } | { courseId: string };
  who: (patientId: string) => ReactNode;
  /** Where the answers lead on to. */
  onDone: (plan: ScreeningPlan) => void;
}) {
  const isSession = 'sessionId' in of;
  const ofSession = useQuery({
    ...sessionScreeningQuery(isSession ? of.sessionId : ''),
    enabled: isSession,
  });
  const ofCourse = useQuery({
    ...courseScreeningQuery(isSession ? '' : of.courseId),
    enabled: !isSession,
  });
  const query = isSession ? ofSession : ofCourse;
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="The questions did not load"
    >
      {(plan) => (
        <Questions
          key={`${plan.screening?.id ?? ''} ${plan.screening?.version ?? 0}`}
          plan={plan}
          who={who(plan.patientId)}
          onDone={() => onDone(plan)}
        />
      )}
    </QueryBoundary>
  );
}

function lastInWords({ last }: ScreeningPlan, item: ScreeningItem): string | undefined {
  const given = last[item];
  if (!given) return undefined;
  const note = given.note === null ? '' : ` “${given.note}”`;
  return `Last time, ${showDate(given.answeredOn)}: ${ANSWER_LABELS[given.answer].toLowerCase()}${note}`;
}

function useAnswers(plan: ScreeningPlan) {
  const [typed, setTyped] = useState<ScreeningAnswers>(() => keptAnswers(plan));
  useEffect(() => {
    if (Object.keys(typed).length === 0) sessionStorage.removeItem(draftKey(plan));
    else sessionStorage.setItem(draftKey(plan), JSON.stringify(typed));
  }, [typed, plan]);
  return {
    typed,
    answers: { ...plan.screening?.answers, ...typed },
    answer: (item: ScreeningItem, given: NonNullable<ScreeningAnswers[ScreeningItem]>) =>
      setTyped((before) => ({ ...before, [item]: given })),
    clear: () => setTyped({}),
  };
}

function useSave(plan: ScreeningPlan) {
  const record = useRecordScreening();
  const update = useUpdateScreening();
  const [key, setKey] = useState(newKey);
  const { screening, sessionId, courseId } = plan;
  const save = async (answers: ScreeningAnswers): Promise<void> => {
    if (screening) {
      const { id, version } = screening;
      await update.mutateAsync({ id, version, change: { sessionId, answers } });
    } else {
      await record.mutateAsync({ values: { courseId, sessionId, answers }, key });
      setKey(newKey());
    }
  };
  return { save, isSaving: record.isPending || update.isPending };
}

function Questions({
  plan,
  who,
  onDone,
}: {
  plan: ScreeningPlan;
  who: ReactNode;
  onDone: () => void;
}) {
  const mayWrite = useMay('screening.write');
  const { typed, answers, answer, clear } = useAnswers(plan);
  const { save, isSaving } = useSave(plan);
  const [error, setError] = useState<unknown>(null);
  const { screening, due, isLocked } = plan;
  const isAnswered = (item: ScreeningItem) =>
    answers[item] !== undefined && answers[item].answer !== 'not_asked';
  const open = due.filter((item) => !isAnswered(item)).length;
  const isUnbound = screening !== null && screening.sessionId !== plan.sessionId;
  const hasNews = Object.keys(typed).length > 0 || isUnbound;
  const send = async (then: () => void) => {
    setError(null);
    try {
      if (hasNews) await save(typed);
      clear();
      then();
    } catch (caught) {
      setError(caught);
    }
  };
  const failed = error === null ? null : describeError(error);
  return (
    <PageFrame
      title="Before the session"
      below={who}
      asideLabel="What the answers ask for"
      keepsBeside
      aside={
        <>
          <ChecksPanel
            findings={plan.findings}
            waitsFor={hasNews ? 'Save the answers to check them.' : undefined}
            lookedAt="The answers, those given earlier, and the recorded allergies against what is to be injected."
            notLookedAt="No finding is no clearance: the person who treats decides."
          />
          <EarlierAnswers plan={plan} />
        </>
      }
    >
      <div className={css.head}>
        <span>
          {showDate(plan.on)}
          {screening !== null && ` · ${SCREENING_SOURCE_LABELS[screening.source]}`}
        </span>
        <span className={css.keys}>
          <Kbd>y</Kbd> yes, <Kbd>n</Kbd> no, <Kbd>u</Kbd> not known
        </span>
      </div>
      {isLocked && (
        <Notice tone="note">The session is signed: its answers stay as they are.</Notice>
      )}
      <ReviewNotice plan={plan} isFresh={!hasNews} />
      <Section title="Questions" meta={open === 0 ? 'all answered' : `${open} not asked yet`}>
        <div className={css.rows} data-answers="">
          {due.map((item) => (
            <AnswerRow
              key={item}
              question={SCREENING_DETAILS[item].label}
              given={answers[item]}
              level={plan.levels[item]}
              last={lastInWords(plan, item)}
              isLocked={isLocked || !mayWrite}
              onAnswer={(given) => answer(item, given)}
            />
          ))}
        </div>
      </Section>
      {failed !== null && (
        <Notice tone="stop" title={failed.title}>
          {failed.text ?? 'What you typed is kept. Load the page again, then save.'}
        </Notice>
      )}
      {!isLocked && mayWrite && (
        <div className={css.actions}>
          <Button
            variant="primary"
            loading={isSaving}
            onClick={() =>
              void send(() => {
                showToast({ text: 'The answers are saved' });
                onDone();
              })
            }
          >
            {hasNews ? 'Save and go on' : 'Go on'}
          </Button>
          {hasNews && (
            <Button loading={isSaving} onClick={() => void send(() => undefined)}>
              Save and check
            </Button>
          )}
          <span className={css.count}>
            {open === 0 ? 'Every question has an answer.' : 'Not asked is not “no”: it is shown.'}
          </span>
        </div>
      )}
    </PageFrame>
  );
}

function EarlierAnswers({ plan }: { plan: ScreeningPlan }) {
  const items = Object.entries(plan.earlier);
  if (items.length === 0) return null;
  return (
    <Section title="Asked before" meta="once, or once a course">
      <dl className={css.earlier}>
        {items.map(([item, given]) => (
          <div key={item}>
            {/* Object.entries forgets that the keys are items. */}
            <dt>{SCREENING_DETAILS[item as ScreeningItem].label}</dt>
            <dd>
              {ANSWER_LABELS[given.answer]}
              {given.note !== null && `: ${given.note}`}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Answers that ask for a clinician: "seen" takes the sign away from the desk, and clears nobody. */
function ReviewNotice({ plan, isFresh }: { plan: ScreeningPlan; isFresh: boolean }) {
  const review = useReviewScreening();
  const mayWrite = useMay('screening.write');
  const { screening } = plan;
  if (screening?.needsClinician !== true || !isFresh) return null;
  if (screening.review !== null)
    return (
      <Notice tone="note">
        Looked at on {showDate(screening.review.at.slice(0, 10))}
        {screening.review.note !== null && `: ${screening.review.note}`}
      </Notice>
    );
  const { id, version } = screening;
  return (
    <Notice
      tone="review"
      title="The desk sees “needs clinician”"
      action={
        mayWrite
          ? {
              label: 'I have looked',
              onSelect: () =>
                review.mutate(
                  { id, version, note: '' },
                  {
                    onSuccess: () => showToast({ text: 'Noted. The desk’s sign is gone.' }),
                    onError: (error) =>
                      showToast({ text: `Not noted. ${describeError(error).title}` }),
                  },
                ),
            }
          : undefined
      }
    >
      Never why. Once you have looked, the sign goes; the findings stay with the session.
    </Notice>
  );
}
