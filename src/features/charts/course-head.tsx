import type { ReactNode } from 'react';
import {
  COURSE_STATUS_LABELS,
  DIAGNOSIS_BASIS_LABELS,
  SUITABILITY_LABELS,
} from '#domain/courses/course-enums.ts';
import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import type { PatientChart } from '#domain/patients/chart.ts';
import { showDate } from '#src/lib/dates.ts';
import { Pips } from '#src/ui/pips.tsx';
import { Status } from '#src/ui/status.tsx';
import css from './course-head.module.css';

type ChartCourse = PatientChart['courses'][number];

function progress({ signedSessions, plannedSessions }: ChartCourse): string {
  if (plannedSessions === null)
    return `${signedSessions} ${signedSessions === 1 ? 'session' : 'sessions'}`;
  return `${signedSessions} of ${plannedSessions} sessions`;
}

function plan({ intervalDaysMin: least, intervalDaysMax: most }: ChartCourse): string | null {
  if (least === null && most === null) return null;
  if (least !== null && most !== null && least !== most) return `every ${least}–${most} days`;
  return `every ${least ?? most} days`;
}

/** One course in a line: what for, how far, what comes next, and what can be done. */
export function CourseHead({ course, actions }: { course: ChartCourse; actions?: ReactNode }) {
  const facts = [
    DIAGNOSIS_BASIS_LABELS[course.diagnosisBasis].toLowerCase(),
    course.durationOfComplaintMonths === null
      ? null
      : `noticed for ${duration(course.durationOfComplaintMonths)}`,
    plan(course),
    course.firstSessionOn === null ? 'not started' : `since ${showDate(course.firstSessionOn)}`,
  ].filter((fact) => fact !== null);
  return (
    <section className={css.course} aria-label={`Course: ${INDICATION_LABELS[course.indication]}`}>
      <div className={css.line}>
        <h2>{INDICATION_LABELS[course.indication]}</h2>
        <span className={css.progress}>
          {course.plannedSessions !== null && course.plannedSessions <= 12 ? (
            <Pips
              done={course.signedSessions}
              of={course.plannedSessions}
              label={progress(course)}
            />
          ) : (
            progress(course)
          )}
        </span>
        {course.status !== 'open' && (
          <Status tone="plain">{COURSE_STATUS_LABELS[course.status]}</Status>
        )}
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </div>
      <p className={css.facts}>{capitalised(facts.join(' · '))}</p>
      {course.due && (
        <Status tone="accent" icon="calendar">
          Next due {showDate(course.due.from)} to {showDate(course.due.to)}
        </Status>
      )}
      {course.suitability && (
        <p className={css.facts}>
          {SUITABILITY_LABELS[course.suitability.decision]}: {course.suitability.reason}
        </p>
      )}
      {course.complaint !== '' && <p className={css.facts}>“{course.complaint}”</p>}
    </section>
  );
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function duration(months: number): string {
  if (months < 24) return `${months} ${months === 1 ? 'month' : 'months'}`;
  const years = Math.round((months / 12) * 10) / 10;
  return `${years} years`;
}
