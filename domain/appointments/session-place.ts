import { addDays } from '#domain/shared/calendar-date.ts';
import type { AppointmentStatus } from './appointment-enums.ts';

/** What decides which session of its course an appointment is. Dates are the clinic's. */
export type CourseFacts = {
  /** The dates of its signed sessions, in any order. */
  signedOn: readonly string[];
  /** Its appointments for sessions that hold their slot, by when they begin. */
  booked: readonly { id: string; date: string; status: AppointmentStatus }[];
};

const CAME: readonly AppointmentStatus[] = ['arrived', 'in_treatment', 'done'];

/**
 * Which session of its course an appointment is, from 1: those signed before its day count, and
 * those that are still to be, or came and wait for their signature. One that nobody came to and
 * nobody marked does not count.
 */
export function sessionNumber(
  appointment: { id: string; date: string },
  { signedOn, booked }: CourseFacts,
  today: string,
): number {
  const signedBefore = signedOn.filter((date) => date < appointment.date).length;
  const lastSigned = signedOn.toSorted().at(-1);
  const firstOpen = lastSigned === undefined ? '' : addDays(lastSigned, 1);
  const place = booked.findIndex(({ id }) => id === appointment.id);
  const waiting = booked
    .slice(0, Math.max(0, place))
    .filter(({ date }) => date >= firstOpen)
    .filter(({ date, status }) => date >= today || CAME.includes(status)).length;
  return signedBefore + waiting + 1;
}
