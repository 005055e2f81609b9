import type { PartOfDay } from '#domain/appointments/appointment-enums.ts';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Weekday } from '#domain/clinic/clinic.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { demoTypeId } from './demo-availability.ts';
import { DEMO_STAFF, demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import type { DemoRecords } from './demo-records.ts';
import { mondayOf } from './demo-weeks.ts';
import { seededRandom } from './seeded-random.ts';

/** An entry of the made-up waiting list, as its table keeps it. */
export type DemoWaitingEntry = Omit<
  WaitingEntry,
  'patient' | 'typeName' | 'due' | 'practitionerName' | 'bookedId'
> & { patientId: string };

type Wish = {
  weekdays?: readonly Weekday[];
  part?: PartOfDay;
  /** Days from this week's Monday on. */
  window: [number, number | null];
  note?: string;
  isUrgent?: boolean;
  /** Place among the practitioners; left out, anyone. */
  who?: number;
  isOffered?: boolean;
};

/** What people ask for who come for a session of their course. */
const FOR_SESSIONS: readonly Wish[] = [
  { window: [0, 20], isUrgent: true, note: 'Travels abroad from next month.' },
  { window: [0, 13], part: 'morning' },
  { window: [0, null], part: 'afternoon', who: 0 },
  { window: [0, 27], weekdays: ['tuesday', 'thursday'] },
  { window: [0, null], who: 1, note: 'Can come at an hour’s notice.' },
  { window: [0, 13], isUrgent: true, part: 'any', isOffered: true },
  { window: [7, 27], part: 'evening', weekdays: ['monday', 'wednesday', 'friday'] },
  { window: [0, null], part: 'morning', who: 2 },
  { window: [0, 20] },
  { window: [0, null], weekdays: ['saturday'], note: 'Works on weekdays.' },
];

/** What people ask for who come for something else: the place of its type, and the wish. */
const FOR_OTHERS: readonly [number, Wish][] = [
  [4, { window: [0, null] }],
  [4, { window: [0, 20], isUrgent: true, note: 'Sudden shedding, asked to be seen soon.' }],
  [6, { window: [0, 13] }],
  [4, { window: [0, null], part: 'afternoon', weekdays: ['wednesday', 'friday'] }],
  [5, { window: [0, 27], who: 0 }],
  [6, { window: [0, 6], part: 'morning', isUrgent: true }],
  [4, { window: [14, 41], note: 'Back from holiday then.' }],
  [5, { window: [0, null], who: 1, part: 'afternoon' }],
  [4, { window: [0, 27], part: 'evening', isOffered: true }],
  [7, { window: [0, null] }],
  [6, { window: [0, 20], weekdays: ['monday', 'tuesday'] }],
  [4, { window: [0, null], who: 2, note: 'Sister of a patient; wants the same doctor.' }],
];

/** How many cancelled by the clinic still wait for another time, and how far back they lie. */
const PARKED = { most: 3, days: 35 };

const PRACTITIONERS = DEMO_STAFF.filter(({ roles }) => roles.includes('practitioner'));

type Who = { patientId: string; courseId: string | null; typeId: string };

/** Those the clinic cancelled lately, and whose course, if any, still runs. */
function parkable({ appointments, courses }: DemoRecords, monday: string): Appointment[] {
  const open = new Set(courses.filter(({ status }) => status === 'open').map(({ id }) => id));
  const since = momentAt(addDays(monday, -PARKED.days), 0);
  const until = momentAt(monday, 0);
  return appointments
    .filter(
      ({ status, cancelledBy, startsAt, courseId, id }) =>
        status === 'cancelled' &&
        cancelledBy === 'clinic' &&
        id !== DEMO_IDS.cancelledAppointment &&
        since <= startsAt &&
        startsAt < until &&
        (courseId === null || open.has(courseId)),
    )
    .slice(0, PARKED.most);
}

/**
 * Who waits in the demo clinic in the week of `today`: people whose next session is not booked, people
 * who want something else, and some whose appointment was taken off the schedule.
 */
export function demoWaitingList(records: DemoRecords, today: string): DemoWaitingEntry[] {
  const monday = mondayOf(today);
  const start = momentAt(monday, 0);
  const coming = new Set(
    records.appointments
      .filter(({ startsAt }) => startsAt >= start)
      .map(({ patientId }) => patientId),
  );
  const isComing = (id: string): boolean => coming.has(id) || id === DEMO_IDS.patient;
  const parked = parkable(records, monday);
  const taken = new Set(parked.map(({ patientId }) => patientId));
  const free = records.patients.filter(
    ({ id, isArchived }) => !isArchived && !isComing(id) && !taken.has(id),
  );
  const freeIds = new Set(free.map(({ id }) => id));
  const inCourse = new Set(records.courses.map(({ patientId }) => patientId));
  const forSessions = records.courses
    .filter(
      ({ status, patientId, suitability }) =>
        status === 'open' && suitability?.decision === 'suitable' && freeIds.has(patientId),
    )
    .toSorted((one, other) => (other.lastSessionOn ?? '').localeCompare(one.lastSessionOn ?? ''))
    .slice(0, FOR_SESSIONS.length)
    .map(({ id, patientId }): Who => ({ courseId: id, patientId, typeId: demoTypeId(1) }));
  const forOthers = free
    .filter(({ id }) => !inCourse.has(id))
    .slice(0, FOR_OTHERS.length)
    .map(({ id }, index): Who => ({
      patientId: id,
      courseId: null,
      typeId: demoTypeId(FOR_OTHERS[index]?.[0] ?? 1),
    }));
  const wanted: [Who, Wish, Appointment | null][] = [
    ...forOthers.map((who, index): [Who, Wish, null] => [who, FOR_OTHERS[index]?.[1] ?? ANY, null]),
    ...forSessions.map((who, index): [Who, Wish, null] => [who, FOR_SESSIONS[index] ?? ANY, null]),
    ...parked.map((one): [Who, Wish, Appointment] => [one, ANY, one]),
  ];
  return wanted.map(([who, wish, from], index) => entryOf(monday, index + 1, who, wish, from));
}

const ANY: Wish = { window: [0, null] };

function entryOf(
  monday: string,
  number: number,
  { patientId, courseId, typeId }: Who,
  wish: Wish,
  from: Appointment | null,
): DemoWaitingEntry {
  const random = seededRandom(`waiting ${number}`);
  const daysAgo = random.int(3, 24);
  const since = from?.cancelledAt ?? momentAt(addDays(monday, -daysAgo), 600 + 15 * number);
  const [first, last] = wish.window;
  const wantsWho = wish.who === undefined ? null : (PRACTITIONERS[wish.who]?.id ?? null);
  const at = wish.isOffered === true ? momentAt(addDays(monday, -2), 9 * 60 + 30) : since;
  return {
    id: demoId(DEMO_KINDS.waitingEntry, number),
    version: wish.isOffered === true ? 2 : 1,
    patientId,
    typeId,
    courseId,
    practitionerId: from?.practitionerId ?? wantsWho,
    fromDay: addDays(monday, first),
    toDay: last === null ? null : addDays(monday, last),
    weekdays: [...(wish.weekdays ?? [])],
    part: wish.part ?? 'any',
    urgency: wish.isUrgent === true ? 'urgent' : 'normal',
    note: wish.note ?? '',
    status: wish.isOffered === true ? 'offered' : 'waiting',
    statusAt: at,
    statusBy: DEMO_IDS.receptionist,
    parkedId: from?.id ?? null,
    parkedFrom:
      from === null
        ? null
        : {
            startsAt: from.startsAt,
            endsAt: from.endsAt,
            practitionerId: from.practitionerId,
            roomId: from.roomId,
          },
    createdAt: since,
    updatedAt: at,
  };
}
