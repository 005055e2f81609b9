import { use } from 'react';
import { COURSE_STATUS_LABELS } from '#domain/courses/course-enums.ts';
import { dueState } from '#domain/courses/course-plan.ts';
import type { CourseProgress as Progress } from '#domain/courses/course-progress.ts';
import { ClinicDates } from '../clinic-dates.ts';
import { Pips } from '../pips.tsx';
import { Status } from '../status.tsx';
import css from './course-progress.module.css';
import { DUE_TONES, dueInWords, placeInBrief, placeInWords } from './due-words.ts';

const MOST_PIPS = 12;

/** How far a course is and when its next session is due: "Session 4 of 6, due 3–17 Dec". */
export function CourseProgress({
  progress,
  pips = false,
  inTable = false,
}: {
  progress: Omit<Progress, 'courseId' | 'patientId'>;
  /** One square a session too, where there is room. */
  pips?: boolean | undefined;
  /** On one line, in few words: the column says that it is the next session. */
  inTable?: boolean | undefined;
}) {
  const { today } = use(ClinicDates);
  const { status, signedSessions, plannedSessions, due } = progress;
  const words = inTable ? placeInBrief(progress) : placeInWords(progress);
  return (
    <span className={css.progress} data-table={inTable || undefined}>
      {pips && plannedSessions !== null && plannedSessions <= MOST_PIPS ? (
        <Pips done={signedSessions} of={plannedSessions} label={words} />
      ) : (
        <span>{words}</span>
      )}
      {status !== 'open' && <Status tone="plain">{COURSE_STATUS_LABELS[status]}</Status>}
      {due && (
        <Status tone={DUE_TONES[dueState(due, today)]} icon="calendar">
          {dueInWords(due, today)}
        </Status>
      )}
    </span>
  );
}
