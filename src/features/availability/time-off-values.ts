import * as z from 'zod/mini';
import { type TimeOff, timeOffProblems } from '#domain/availability/time-off.ts';
import { clockTime } from '#domain/clinic/clinic.ts';
import { addDays, calendarDate, isCalendarDay } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { clinicClock, clockText } from '#domain/shared/clinic-time.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { optionalText } from '#domain/shared/text.ts';
import { showDays } from '#src/ui/clinic/due-words.ts';

const fields = {
  isWholeDays: z.boolean(),
  fromDate: calendarDate,
  toDate: calendarDate,
  fromTime: clockTime,
  toTime: clockTime,
  reason: optionalText(120),
};

/** Time off as it is typed: days and times on the clinic's clock. */
export type TimeOffValues = z.input<z.ZodMiniObject<typeof fields>>;

type Times = Pick<TimeOffValues, 'isWholeDays' | 'fromDate' | 'toDate' | 'fromTime' | 'toTime'>;

/** From the first moment away to the first one back, as the API takes it. */
export function momentsOf(values: Times, timeZone: string): { startsAt: string; endsAt: string } {
  const { instantAt } = clinicClock(timeZone);
  const { isWholeDays, fromDate, toDate, fromTime, toTime } = values;
  return {
    startsAt: instantAt(fromDate, isWholeDays ? '00:00' : fromTime),
    endsAt: instantAt(toDate, isWholeDays ? '24:00' : toTime),
  };
}

/** The form of a time off, on the clinic's clock. */
export function timeOffForm(timeZone: string) {
  const problems = (values: Times): FieldProblem[] => {
    if (![values.fromDate, values.toDate].every(isCalendarDay)) return [];
    const path = values.isWholeDays || values.fromDate !== values.toDate ? 'toDate' : 'toTime';
    return timeOffProblems(momentsOf(values, timeZone)).map(({ message }) => ({ path, message }));
  };
  return z.strictObject(fields).check(checkFields(problems));
}

/** A time off as it is typed, or an empty one of whole days. */
export function valuesOfTimeOff(timeOff: TimeOff | null, timeZone: string): TimeOffValues {
  if (timeOff === null)
    return {
      isWholeDays: true,
      fromDate: '',
      toDate: '',
      fromTime: '09:00',
      toTime: '18:00',
      reason: null,
    };
  const { wallTimeOf } = clinicClock(timeZone);
  const [from, to] = [wallTimeOf(timeOff.startsAt), wallTimeOf(timeOff.endsAt)];
  const isWholeDays = from.minutes === 0 && to.minutes === 0;
  return {
    isWholeDays,
    fromDate: from.date,
    // The end is the first moment back: midnight ends the day before.
    toDate: to.minutes === 0 ? addDays(to.date, -1) : to.date,
    fromTime: isWholeDays ? '09:00' : clockText(from.minutes),
    toTime: isWholeDays ? '18:00' : to.minutes === 0 ? '24:00' : clockText(to.minutes),
    reason: timeOff.reason ?? null,
  };
}

/** A time off in words, on the clinic's clock: `3–7 Aug`, or `5 Aug, 14:00–18:00`. */
export function timeOffInWords(timeOff: TimeOff, timeZone: string, today: string): string {
  const { isWholeDays, fromDate, toDate, fromTime, toTime } = valuesOfTimeOff(timeOff, timeZone);
  if (isWholeDays) return showDays(fromDate, toDate, today);
  if (fromDate === toDate) return `${showDays(fromDate, toDate, today)}, ${fromTime}–${toTime}`;
  const at = (date: string, time: string) => `${showDays(date, date, today)}, ${time}`;
  return `${at(fromDate, fromTime)} to ${at(toDate, toTime)}`;
}
