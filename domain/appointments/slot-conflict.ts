import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { type ClinicClock, clockText } from '#domain/shared/clinic-time.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { HELD_RESOURCES } from './appointment-enums.ts';
import { MONTH_TITLES } from '#domain/shared/month-titles.ts';

/** One thing that is taken, by which appointment and when. Never whose it is nor what for. */
export const slotConflict = z.strictObject({
  /** Which of the appointments sent does not fit, from 0. */
  index: desk(z.int()),
  appointmentId: desk(id),
  resource: desk(z.enum(HELD_RESOURCES)),
  resourceId: desk(id),
  /** The practitioner's or the room's name; a patient is not named. */
  name: desk(z.string()),
  startsAt: desk(instant),
  endsAt: desk(instant),
});

/** One thing that is taken, as a type. */
export type SlotConflict = z.infer<typeof slotConflict>;

/** What a refused booking is told in its problem's `current`. */
export const takenSlots = z.strictObject({
  conflicts: desk(z.array(slotConflict)),
  /** When the same could begin instead, at the next opportunity; null when none is near. */
  nextFree: desk(z.nullable(instant)),
});

/** What a refused booking is told, as a type. */
export type TakenSlots = z.infer<typeof takenSlots>;

/** A clinic date in words, e.g. `24 December`. */
export function dayInWords(date: string): string {
  const [, month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTH_TITLES[Number(month) - 1] ?? month}`;
}

/** The time a clock shows at a moment, e.g. `14:05`. */
const timeOnClock = (clock: ClinicClock, at: string): string =>
  clockText(clock.wallTimeOf(at).minutes);

const nameOf = ({ resource, name }: SlotConflict): string =>
  resource === 'patient' ? 'the patient' : name;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * Who or what is taken and when, on the clinic's clock: "Dr Wiśniewski and Room 2 are taken
 * 14:00–15:30. Next free: 16:30." The day is named where it is not the one asked for.
 */
export function conflictWords(
  { conflicts, nextFree }: TakenSlots,
  clock: ClinicClock,
  askedOn: string,
): string {
  const dated = (at: string): string => {
    const { date, minutes } = clock.wallTimeOf(at);
    return date === askedOn ? clockText(minutes) : `${dayInWords(date)}, ${clockText(minutes)}`;
  };
  const takenBy = new Map<string, Set<string>>();
  for (const one of conflicts) {
    const when = `${dated(one.startsAt)}–${timeOnClock(clock, one.endsAt)}`;
    takenBy.set(when, (takenBy.get(when) ?? new Set()).add(nameOf(one)));
  }
  const sentences = [...takenBy].map(([when, names]) => {
    const all = [...names];
    return `${capital(listed(all))} ${all.length > 1 ? 'are' : 'is'} taken ${when}.`;
  });
  if (nextFree !== null) sentences.push(`Next free: ${dated(nextFree)}.`);
  return sentences.join(' ');
}
