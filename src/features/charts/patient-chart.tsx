import { useState, type ReactNode } from 'react';
import type { ChartGap, PatientChart as Chart } from '#domain/patients/chart.ts';
import { daysBetween } from '#domain/shared/calendar-date.ts';
import { showDate } from '#src/lib/dates.ts';
import { Icon, type IconName } from '#src/ui/icon.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { CourseHead } from './course-head.tsx';
import css from './patient-chart.module.css';
import {
  TIMELINE_FILTERS,
  type TimelineEntry,
  type TimelineFilter,
  timelineOf,
} from './timeline.ts';

type Course = Chart['courses'][number];

const FILTER_WORDS: Record<TimelineFilter, string> = {
  all: 'All',
  session: 'Sessions',
  assessment: 'Outcomes',
  'side-effect': 'Side effects',
};

const ICONS: Record<TimelineEntry['kind'], IconName> = {
  session: 'drop',
  assessment: 'chart',
  'side-effect': 'review-triangle',
};

/** The chart on one page: courses, then all that happened in one line of time. */
export function PatientChart({
  chart,
  courseActions,
  openCourse,
  renderEntry,
}: {
  chart: Chart;
  courseActions: (course: Course) => ReactNode;
  /** The way to a first or further course. */
  openCourse: ReactNode;
  renderEntry: (entry: TimelineEntry) => ReactNode;
}) {
  const [filter, setFilter] = useState<TimelineFilter>('all');
  if (chart.courses.length === 0)
    return (
      <EmptyState
        icon="file"
        title="No course yet"
        text="A course begins with a consultation: why, since when, what else is taken, and whether mesotherapy suits."
        action={openCourse}
      />
    );
  const entries = timelineOf(chart).filter((entry) => filter === 'all' || entry.kind === filter);
  const firstDays = new Map(chart.courses.map((course) => [course.id, course.firstSessionOn]));
  return (
    <>
      {chart.courses.map((course) => (
        <CourseHead
          key={course.id}
          course={course}
          protocols={chart.protocolVersions}
          staff={chart.staff}
          actions={courseActions(course)}
        />
      ))}
      <Section
        title="Timeline"
        actions={
          <Segmented
            label="Show"
            value={filter}
            options={TIMELINE_FILTERS.map((value) => ({ value, label: FILTER_WORDS[value] }))}
            onChange={setFilter}
          />
        }
      >
        {entries.length === 0 ? (
          <p className={css.none}>
            {filter === 'all'
              ? 'Nothing is recorded yet.'
              : `No ${FILTER_WORDS[filter].toLowerCase()} are recorded.`}
          </p>
        ) : (
          <ol className={css.timeline}>
            {entries.map((entry) => (
              <li key={entry.key} className={css.entry}>
                <div className={css.when}>
                  <b>{showDate(entry.on)}</b>
                  <span>{weekOf(entry, firstDays.get(entry.courseId) ?? null)}</span>
                </div>
                <span className={css.mark}>
                  <Icon name={ICONS[entry.kind]} />
                </span>
                <div className={css.what}>{renderEntry(entry)}</div>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

function weekOf(entry: TimelineEntry, dayZero: string | null): string {
  if (dayZero === null || entry.on < dayZero) return '';
  return `week ${Math.floor(daysBetween(dayZero, entry.on) / 7)}`;
}

/** What the chart lacks, each with the way to mend it. */
export function ChartGaps({
  gaps,
  renderAction,
}: {
  gaps: readonly ChartGap[];
  renderAction: (gap: ChartGap) => ReactNode;
}) {
  return (
    <Section title="Missing">
      {gaps.length === 0 ? (
        <p className={css.none}>Nothing is missing today.</p>
      ) : (
        <ul className={css.gaps}>
          {gaps.map((gap) => (
            <li
              key={`${gap.code} ${gap.courseId} ${gap.sessionId ?? gap.sideEffectId ?? ''} ${gap.week ?? ''} ${gap.measure ?? ''}`}
            >
              <Icon
                name={gap.isOverdue || gap.level !== null ? 'review-triangle' : 'clock'}
                className={css.gapIcon}
              />
              <span>{withDates(gap.message)}</span>
              {renderAction(gap)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Days in a sentence of the rules, as they are written on screen. */
const withDates = (message: string): string =>
  message.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => showDate(day));
