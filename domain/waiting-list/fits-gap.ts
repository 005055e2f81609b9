import { PART_OF_DAY_HOURS, type PartOfDay } from '#domain/appointments/appointment-enums.ts';
import { weekdayOf } from '#domain/availability/open-spans.ts';
import type { Weekday } from '#domain/clinic/clinic.ts';
import { daysBetween } from '#domain/shared/calendar-date.ts';
import { clockMinutes, type WallTime } from '#domain/shared/clinic-time.ts';

/** What someone who waits can do. Days are clinic dates. */
export type Wishes = {
  practitionerId: string | null;
  fromDay: string;
  toDay: string | null;
  weekdays: readonly Weekday[];
  part: PartOfDay;
};

/** Whether a clinic date is one that will do. */
export const isWantedDay = ({ fromDay, toDay, weekdays }: Wishes, date: string): boolean =>
  fromDay <= date &&
  (toDay === null || date <= toDay) &&
  (weekdays.length === 0 || weekdays.includes(weekdayOf(date)));

/** Whether a practitioner's time that begins when the clinic's clock shows this will do. */
export function meetsWishes(wishes: Wishes, practitionerId: string, at: WallTime): boolean {
  const { from, to } = PART_OF_DAY_HOURS[wishes.part];
  return (
    (wishes.practitionerId === null || wishes.practitionerId === practitionerId) &&
    isWantedDay(wishes, at.date) &&
    clockMinutes(from) <= at.minutes &&
    at.minutes < clockMinutes(to)
  );
}

/** What a course allows of its next session. Dates are the clinic's. */
export type CourseSpacing = {
  isOpen: boolean;
  /** From when the next session is due; null when its plan does not say. */
  dueFrom: string | null;
  /** The fewest days between two of its sessions; null when none are planned. */
  intervalDaysMin: number | null;
  /** Dates of its other sessions that are booked. */
  bookedOn: readonly string[];
};

/**
 * Whether a course may have a session on a date: not before it is due, nor nearer to another booked
 * one than its shortest interval. After the window is late, and better than never.
 */
export const fitsCourse = (course: CourseSpacing, date: string): boolean =>
  course.isOpen &&
  (course.dueFrom === null || course.dueFrom <= date) &&
  course.bookedOn.every(
    (other) => Math.abs(daysBetween(other, date)) >= (course.intervalDaysMin ?? 1),
  );
