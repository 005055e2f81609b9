import { holdsSlot, isMovable } from '#domain/appointments/appointment-flow.ts';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { clinicClock, clockText } from '#domain/shared/clinic-time.ts';
import { calendarDay } from '#src/ui/calendar/axis.ts';
import type { CalendarCard, CalendarColumn, ClosedSpan } from '#src/ui/calendar/calendar-types.ts';
import { usualRoom } from './free-room.ts';
import { stateOf } from './visit-state.ts';
import { kindBrief, kindWords, placeNames, shortDay, whenWords } from './visit-words.ts';

/** What the columns of the grid are. */
export type ColumnsBy = 'practitioners' | 'rooms' | 'days';

/** The column of appointments without a room. */
export const NO_ROOM = 'no-room';

type Span = { startsAt: string; endsAt: string };

const toMs = ({ startsAt, endsAt }: Span) => ({
  startMs: Date.parse(startsAt),
  endMs: Date.parse(endsAt),
});

/** The column an appointment belongs to. */
function columnIdOf(visit: ScheduledAppointment, by: ColumnsBy, timeZone: string): string {
  if (by === 'practitioners') return visit.practitionerId;
  if (by === 'rooms') return visit.roomId ?? NO_ROOM;
  return clinicClock(timeZone).wallTimeOf(visit.startsAt).date;
}

function hoursInWords(open: readonly Span[], timeZone: string): string {
  const clock = clinicClock(timeZone);
  const [first] = open;
  const last = open.at(-1);
  if (!first || !last) return 'Not in';
  const end = clock.wallTimeOf(last.endsAt).minutes;
  return `${clockText(clock.wallTimeOf(first.startsAt).minutes)}–${clockText(end === 0 ? 1440 : end)}`;
}

const within = (spans: readonly Span[], day: Span): Span[] =>
  spans.filter(({ startsAt, endsAt }) => startsAt < day.endsAt && endsAt > day.startsAt);

/** The columns of a schedule: its practitioners or rooms on one day, or one practitioner's days. */
export function columnsOf(
  schedule: Schedule,
  by: ColumnsBy,
  practitionerId: string | undefined,
  today: string,
): CalendarColumn[] {
  const { timeZone, days, practitioners, rooms, appointments } = schedule;
  const [day] = days;
  if (!day) return [];
  const closedOn = (one: Schedule['days'][number]): ClosedSpan[] =>
    one.closure === null ? [] : [{ ...toMs(one), label: one.closure }];
  if (by === 'days') {
    const who = practitioners.find(({ id }) => id === practitionerId);
    return days.map((one) => {
      const open = within(who?.open ?? [], one);
      return {
        id: one.date,
        title:
          one.date === today ? `Today, ${shortDay(one.date, today)}` : shortDay(one.date, today),
        subtitle: one.closure ?? hoursInWords(open, timeZone),
        day: calendarDay(timeZone, one.date),
        open: open.map(toMs),
        closed: closedOn(one),
      };
    });
  }
  const shared = { day: calendarDay(timeZone, day.date), closed: closedOn(day) };
  if (by === 'rooms') {
    const open = day.open.map(toMs);
    const subtitle = day.closure ?? hoursInWords(day.open, timeZone);
    const columns = rooms.map(({ id, name }) => ({ id, title: name, subtitle, open, ...shared }));
    const isHomeless = appointments.some(({ roomId }) => roomId === null);
    return isHomeless || rooms.length === 0
      ? [...columns, { id: NO_ROOM, title: 'No room', subtitle: '', open, ...shared }]
      : columns;
  }
  const roomName = (practitionerId: string): string | undefined => {
    const usual = usualRoom(schedule, practitionerId);
    return rooms.find((room) => room.id === usual)?.name;
  };
  const busy = new Set(appointments.map((visit) => visit.practitionerId));
  return practitioners
    .filter(({ id, isActive }) => isActive || busy.has(id))
    .map(({ id, name, open }) => ({
      id,
      title: name,
      subtitle: [roomName(id), day.closure ?? hoursInWords(within(open, day), timeZone)]
        .filter((one) => one !== undefined)
        .join(' · '),
      open: within(open, day).map(toMs),
      ...shared,
    }));
}

/** Whether a clinician can still look before the treatment ends. */
const isAhead = ({ status }: ScheduledAppointment): boolean =>
  holdsSlot(status) && status !== 'done';

type CardContext = {
  schedule: Schedule;
  by: ColumnsBy;
  today: string;
  now: number;
  mayMove: boolean;
};

const kept = new WeakMap<ScheduledAppointment, { key: string; card: CalendarCard }>();

/** The card of one appointment; the same object as before while it would say the same. */
function cardOf(visit: ScheduledAppointment, context: CardContext): CalendarCard {
  const { schedule, by, now, mayMove } = context;
  const { timeZone, types } = schedule;
  const clock = clinicClock(timeZone);
  const time = (instant: string): string => clockText(clock.wallTimeOf(instant).minutes);
  const state = stateOf(visit, now, (instant) => whenWords(instant, timeZone, context.today));
  const kind = kindWords(visit, types);
  const columnId = columnIdOf(visit, by, timeZone);
  const key = [state.word, state.look, kind, columnId, mayMove].join('|');
  const former = kept.get(visit);
  if (former?.key === key) return former.card;
  const isGap = state.look === 'gap';
  const times = `${time(visit.startsAt)}–${time(visit.endsAt)}`;
  const name = fullName(visit.patient);
  const warning = visit.patient.needsClinician && isAhead(visit) ? 'needs clinician' : null;
  const facts = [kind, warning].filter((one) => one !== null).join(' · ');
  const { practitioner, room } = placeNames(visit, schedule);
  const title = isGap ? `Free ${times}` : name;
  const detail = isGap ? name : `${times} · ${facts}`;
  const card: CalendarCard = {
    id: visit.id,
    columnId,
    ...toMs(visit),
    look: state.look,
    title,
    detail,
    brief: isGap
      ? ''
      : [kindBrief(visit, types), warning].filter((one) => one !== null && one !== '').join(' · '),
    word: state.word,
    // What is seen comes first and in its order, so that it can be said to a voice control.
    spoken: [title, detail, state.word, practitioner, room]
      .filter((one) => one !== null)
      .join(', '),
    canMove: mayMove && isMovable(visit.status),
  };
  kept.set(visit, { key, card });
  return card;
}

/**
 * The cards of a schedule. A cancelled visit leaves its gap while that is still to come and free; it
 * stays in the list of the day in any case.
 */
export function cardsOf(
  visits: readonly ScheduledAppointment[],
  context: CardContext,
): CalendarCard[] {
  const { by, now, schedule } = context;
  const column = (visit: ScheduledAppointment) => columnIdOf(visit, by, schedule.timeZone);
  const holding = visits.filter(({ status }) => holdsSlot(status));
  const isGap = (visit: ScheduledAppointment): boolean =>
    Date.parse(visit.endsAt) > now &&
    !holding.some(
      (other) =>
        column(other) === column(visit) &&
        other.startsAt < visit.endsAt &&
        other.endsAt > visit.startsAt,
    );
  return visits
    .filter((visit) => visit.status !== 'cancelled' || isGap(visit))
    .map((visit) => cardOf(visit, context));
}
