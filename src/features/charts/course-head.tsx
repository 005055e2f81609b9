import type { ReactNode } from 'react';
import { DIAGNOSIS_BASIS_LABELS, SUITABILITY_LABELS } from '#domain/courses/course-enums.ts';
import { progressOf } from '#domain/courses/course-progress.ts';
import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import type { PatientChart } from '#domain/patients/chart.ts';
import { showDate } from '#src/lib/dates.ts';
import { CourseProgress } from '#src/ui/clinic/course-progress.tsx';
import css from './course-head.module.css';
import { CoursePlanWords } from './course-plan-words.tsx';

type ChartCourse = PatientChart['courses'][number];

/** One course in a line: what for, how far, what comes next, and what can be done. */
export function CourseHead({
  course,
  protocols,
  staff,
  actions,
}: {
  course: ChartCourse;
  protocols: PatientChart['protocolVersions'];
  staff: PatientChart['staff'];
  actions?: ReactNode;
}) {
  const facts = [
    DIAGNOSIS_BASIS_LABELS[course.diagnosisBasis].toLowerCase(),
    course.durationOfComplaintMonths === null
      ? null
      : `noticed for ${duration(course.durationOfComplaintMonths)}`,
    course.firstSessionOn === null ? 'not started' : `since ${showDate(course.firstSessionOn)}`,
  ].filter((fact) => fact !== null);
  return (
    <section className={css.course} aria-label={`Course: ${INDICATION_LABELS[course.indication]}`}>
      <div className={css.line}>
        <h2>{INDICATION_LABELS[course.indication]}</h2>
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </div>
      <CourseProgress progress={progressOf(course)} pips />
      <p className={css.facts}>{capitalised(facts.join(' · '))}</p>
      <CoursePlanWords course={course} protocols={protocols} staff={staff} />
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
