import { isResponse } from '#domain/outcomes/measure.ts';
import { isDue, pickReading } from '#domain/outcomes/windows.ts';
import type { ReportCourses, ReportFilters } from '#domain/reports/report-filters.ts';
import type { RespondersQuery } from '#domain/reports/responders.ts';
import type { KnownClinic, KnownCourse } from './random-clinic.ts';

/** A course that began. */
export type Started = KnownCourse & { firstSessionOn: string };

/** Whose courses count. */
export type CourseQuestion = ReportFilters & { courses?: ReportCourses };

/** The counts of one row. */
export type NaiveCounts = Record<
  'started' | 'due' | 'assessed' | 'responders' | 'sessions',
  number
>;

const isStarted = (course: KnownCourse): course is Started => course.firstSessionOn !== null;

/** The first course in the period of each patient and indication. */
export function firstCourses(known: KnownClinic, query: CourseQuestion): Started[] {
  const { from, to, indication } = query;
  const inPeriod = known.courses
    .filter(isStarted)
    .filter((course) => from === undefined || course.firstSessionOn >= from)
    .filter((course) => to === undefined || course.firstSessionOn <= to)
    .filter((course) => indication === undefined || course.indication === indication)
    .toSorted((a, b) => (`${a.firstSessionOn} ${a.id}` < `${b.firstSessionOn} ${b.id}` ? -1 : 1));
  const seen = new Set<string>();
  const first = inPeriod.filter(({ patientId, indication: of }) => {
    const key = `${patientId} ${of}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
  return (query.courses === 'all' ? inPeriod : first)
    .filter(({ firstTechnique }) => (query.technique ?? firstTechnique) === firstTechnique)
    .filter(
      ({ firstPerformedBy }) => (query.practitionerId ?? firstPerformedBy) === firstPerformedBy,
    );
}

/** The key of the row a course belongs to. */
export function keyOf(course: Started, { groupBy }: CourseQuestion): string {
  if (groupBy === 'indication') return course.indication;
  const values = {
    recipe: course.firstRecipeVersionId,
    technique: course.firstTechnique,
    practitioner: course.firstPerformedBy,
  };
  const value = values[groupBy];
  return `${course.indication}:${value ?? 'none'}`;
}

/** The report one person at a time, by the rules of domain alone: what its SQL is held to. */
export function naiveResponders(
  known: KnownClinic,
  query: RespondersQuery,
  today: string,
): Map<string, NaiveCounts> {
  const rows = new Map<string, NaiveCounts>();
  for (const course of firstCourses(known, query)) {
    const readings = known.readings.filter(
      (reading) =>
        reading.courseId === course.id && reading.measure === query.measure && !reading.isVoided,
    );
    const reading = pickReading(query.week, course.firstSessionOn, readings);
    const strictness = query.threshold === 2 ? 'strict' : 'usual';
    const responds =
      reading !== null && isResponse(query.measure, reading.value, strictness) === true;
    const due = isDue(query.week, course.firstSessionOn, today, reading !== null);
    const key = keyOf(course, query);
    const row = rows.get(key) ?? { started: 0, due: 0, assessed: 0, responders: 0, sessions: 0 };
    rows.set(key, {
      started: row.started + 1,
      due: row.due + Number(due),
      assessed: row.assessed + Number(reading !== null),
      responders: row.responders + Number(responds),
      sessions: row.sessions + course.signedSessions,
    });
  }
  return rows;
}
