import * as z from 'zod/mini';
import { intervalDays } from '#domain/courses/course-plan.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { longText } from '#domain/shared/text.ts';
import { PARTS_OF_DAY } from './appointment-enums.ts';
import { appointmentMinute, lengthProblems, MOST_AT_ONCE } from './appointment.ts';

/** What a course's appointments are proposed from. */
export const proposalRequest = z
  .strictObject({
    patientId: id,
    typeId: id,
    practitionerId: id,
    /** Null: any room that is free. */
    roomId: z.nullable(id),
    count: z
      .int('Type a whole number.')
      .check(
        z.minimum(1, 'At least 1 session.'),
        z.maximum(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} sessions at once.`),
      ),
    intervalDaysMin: intervalDays,
    intervalDaysMax: intervalDays,
    /** The first clinic date that will do. */
    from: calendarDate,
    part: z.enum(PARTS_OF_DAY, 'Choose a part of the day.'),
    /** Dates chosen by hand: they stay, and those after them follow. */
    fixed: z
      .array(
        z.strictObject({
          /** Which of the course's appointments proposed here, from 0. */
          index: z.int().check(z.minimum(0), z.maximum(MOST_AT_ONCE - 1)),
          startsAt: appointmentMinute,
          roomId: z.optional(z.nullable(id)),
        }),
      )
      .check(
        z.maxLength(MOST_AT_ONCE),
        z.refine(
          (fixed) => new Set(fixed.map(({ index }) => index)).size === fixed.length,
          'Each appointment only once.',
        ),
      ),
  })
  .check(checkFields(intervalProblems));

/** What a course's appointments are proposed from, as a type. */
export type ProposalRequest = z.output<typeof proposalRequest>;

function intervalProblems(request: {
  intervalDaysMin: number;
  intervalDaysMax: number;
}): FieldProblem[] {
  const { intervalDaysMin: min, intervalDaysMax: max } = request;
  return max < min
    ? [{ path: 'intervalDaysMax', message: `At least the minimum of ${min} days.` }]
    : [];
}

/** Why a proposed appointment needs a person's eye. */
export const PROPOSAL_NOTES = ['none_free', 'taken', 'outside_hours', 'outside_interval'] as const;
/** One reason. */
export type ProposalNote = (typeof PROPOSAL_NOTES)[number];
/** What each is called on screen. */
export const PROPOSAL_NOTE_LABELS: Record<ProposalNote, string> = {
  none_free: 'Nothing is free within the interval. Choose a time yourself.',
  taken: 'This time is taken.',
  outside_hours: 'This is outside the hours.',
  outside_interval: 'The interval is shorter or longer than planned.',
};

/** Proposed appointments of a course, in order. Nothing is booked by proposing. */
export const proposals = z.strictObject({
  items: desk(
    z.array(
      z.strictObject({
        index: desk(z.int()),
        /** Null when nothing is free within the interval. */
        startsAt: desk(z.nullable(instant)),
        endsAt: desk(z.nullable(instant)),
        practitionerId: desk(id),
        roomId: desk(z.nullable(id)),
        /** Whole days since the one before; null for the first, or after one without a date. */
        intervalDays: desk(z.nullable(z.int())),
        isFixed: desk(z.boolean()),
        notes: desk(z.array(z.enum(PROPOSAL_NOTES))),
        /** Who or what is in the way of a date chosen by hand, in words. */
        detail: desk(z.nullable(z.string())),
      }),
    ),
  ),
});

/** Proposed appointments, as a type. */
export type Proposals = z.infer<typeof proposals>;
/** One proposed appointment. */
export type Proposal = Proposals['items'][number];

/** Appointments of one patient booked in one go: all of them, or none. */
export const seriesCreate = z.strictObject({
  patientId: id,
  typeId: id,
  courseId: z.nullable(id),
  note: longText(500),
  appointments: z
    .array(
      z
        .strictObject({
          startsAt: appointmentMinute,
          endsAt: z.optional(appointmentMinute),
          practitionerId: id,
          roomId: z.nullable(id),
        })
        .check(checkFields(lengthProblems)),
    )
    .check(
      z.minLength(1),
      z.maxLength(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} appointments at once.`),
    ),
});

/** Appointments booked in one go, as a type. */
export type SeriesCreate = z.output<typeof seriesCreate>;

/** What the desk knows of a course to book it: how far it is and when it goes on. */
export const bookableCourse = z.strictObject({
  id: desk(id),
  plannedSessions: desk(z.nullable(z.int())),
  signedSessions: desk(z.int()),
  /** Sessions booked from today on. */
  bookedSessions: desk(z.int()),
  intervalDaysMin: desk(z.nullable(z.int())),
  intervalDaysMax: desk(z.nullable(z.int())),
  lastSessionOn: desk(z.nullable(calendarDate)),
  /** The clinic dates between which the next session is due; null when none is. */
  due: desk(z.nullable(z.strictObject({ from: desk(calendarDate), to: desk(calendarDate) }))),
});

/** A course the desk can book, as a type. */
export type BookableCourse = z.infer<typeof bookableCourse>;

/** Whose courses. */
export const bookableCourseQuery = z.strictObject({ patientId: id });

/** A patient's open courses, newest first. */
export const bookableCourses = z.strictObject({ items: desk(z.array(bookableCourse)) });
