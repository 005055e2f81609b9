import { expect, test } from 'vitest';
import type { Appointment } from '#domain/appointments/appointment.ts';
import { holdsSlot, isLateCancel } from '#domain/appointments/appointment-flow.ts';
import { WEEKDAYS } from '#domain/clinic/clinic.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { clinicClock } from '#domain/shared/clinic-time.ts';
import { DEMO_CLINIC, DEMO_STAFF_HOURS } from './demo-clinic.ts';
import { DEMO_IDS } from './demo-ids.ts';
import { DEMO_SEED, demoRecords, demoRecordsAt } from './demo-records.ts';
import { DEMO_ANCHOR, mondayOf } from './demo-weeks.ts';

const { appointments, sessions, patients, courses } = demoRecords(DEMO_SEED);
const clock = clinicClock(DEMO_CLINIC.timeZone);
const dayOf = ({ startsAt }: Appointment): string => clock.wallTimeOf(startsAt).date;

/** The same diary as someone sees it on a Wednesday at half past eleven, and on a Sunday at noon. */
const looks = [
  ['2026-06-10', '2026-06-10T10:30:00.000Z'],
  ['2026-11-22', '2026-11-22T12:00:00.000Z'],
] as const;
const seen = looks.map(([today, now]) => ({
  today,
  now,
  diary: demoRecordsAt(now, today).appointments,
}));

test('no two visits that hold their slot share a practitioner, a room or a patient', () => {
  for (const diary of [appointments, ...seen.map((one) => one.diary)]) {
    const holding = diary
      .filter(({ status }) => holdsSlot(status))
      .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
    for (const resource of ['practitionerId', 'roomId', 'patientId'] as const) {
      const until = new Map<string, string>();
      for (const one of holding) {
        const key = one[resource] ?? '';
        expect(one.startsAt >= (until.get(key) ?? ''), `${resource} at ${one.startsAt}`).toBe(true);
        until.set(key, one.endsAt);
      }
    }
  }
});

test('everyone is seen within the hours of the clinic and of who sees them', () => {
  for (const { practitionerId, startsAt, endsAt } of appointments) {
    const [from, to] = [clock.wallTimeOf(startsAt), clock.wallTimeOf(endsAt)];
    const weekday = WEEKDAYS[daysBetween(mondayOf(from.date), from.date)] ?? 'monday';
    const time = (minutes: number): string =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    for (const hours of [DEMO_CLINIC.hours, DEMO_STAFF_HOURS[practitionerId]])
      expect(
        hours?.[weekday].some(
          (span) => span.from <= time(from.minutes) && time(to.minutes) <= span.to,
        ),
        `${weekday} ${time(from.minutes)} of ${practitionerId}`,
      ).toBe(true);
  }
});

test('each signed session was a visit of its day that is done, and none was two', () => {
  const byId = new Map(appointments.map((one) => [one.id, one]));
  const signed = sessions.filter(({ status }) => status === 'signed');
  for (const session of signed) {
    const visit = byId.get(session.appointmentId ?? '');
    expect(visit).toMatchObject({
      status: 'done',
      patientId: session.patientId,
      courseId: session.courseId,
      practitionerId: session.performedBy,
    });
    expect(visit && dayOf(visit)).toBe(session.sessionOn);
  }
  expect(new Set(signed.map(({ appointmentId }) => appointmentId)).size).toBe(signed.length);
});

test('what happened to an appointment happened in order, and after it was booked', () => {
  const registered = new Map(patients.map(({ id, createdAt }) => [id, createdAt]));
  const decided = new Map(courses.map(({ id, createdAt }) => [id, createdAt]));
  for (const one of [...appointments, ...seen.flatMap(({ diary }) => diary)]) {
    const { createdAt, arrivedAt, treatmentStartedAt, doneAt, cancelledAt, confirmedAt } = one;
    const steps = [arrivedAt, treatmentStartedAt, doneAt].filter((step) => step !== null);
    expect(steps).toEqual(steps.toSorted());
    for (const step of [...steps, cancelledAt, confirmedAt])
      if (step !== null) expect(step > createdAt).toBe(true);
    if (cancelledAt !== null)
      expect(one.isLateCancel).toBe(isLateCancel(one.startsAt, cancelledAt));
  }
  for (const { patientId, courseId, createdAt, startsAt } of appointments) {
    expect(createdAt >= (registered.get(patientId) ?? 'nobody')).toBe(true);
    expect(courseId === null || decided.has(courseId)).toBe(true);
    expect(startsAt > createdAt).toBe(true);
  }
});

test.each(seen)(
  'on $today the day is under way: some done, someone treated, some waiting',
  ({ today, now, diary }) => {
    const todays = diary.filter((one) => dayOf(one) === today);
    const counts = new Map<string, number>();
    for (const { status } of todays) counts.set(status, (counts.get(status) ?? 0) + 1);
    const count = (...statuses: Appointment['status'][]): number =>
      statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0);
    expect(todays.length).toBeGreaterThanOrEqual(14);
    expect(count('done')).toBeGreaterThan(2);
    expect(count('in_treatment', 'arrived')).toBeGreaterThan(0);
    expect(count('booked', 'confirmed')).toBeGreaterThan(2);
    // Nothing has happened yet that lies ahead.
    for (const one of diary) {
      const { updatedAt, status, endsAt, startsAt } = one;
      expect(updatedAt <= now, one.id).toBe(true);
      if (['booked', 'confirmed'].includes(status))
        expect(endsAt > now || startsAt > now).toBe(true);
    }
  },
);

test('the weeks to come thin out', () => {
  const weeks = [0, 1, 2, 3, 4].map((week) => {
    const [from, to] = [addDays(DEMO_ANCHOR, 7 * week), addDays(DEMO_ANCHOR, 7 * week + 7)];
    return appointments.filter((one) => from <= dayOf(one) && dayOf(one) < to).length;
  });
  expect(weeks).toEqual(weeks.toSorted((one, other) => other - one));
  expect(weeks[0]).toBeGreaterThan(100);
  expect(weeks[4]).toBeGreaterThan(5);
});

test('the examples: a session to come, one called off whose slot is free, and today’s', () => {
  const named = (id: string, diary = appointments) => diary.find((one) => one.id === id);
  const calledOff = named(DEMO_IDS.cancelledAppointment);
  expect(named(DEMO_IDS.appointment)).toMatchObject({
    status: 'booked',
    patientId: DEMO_IDS.patient,
    courseId: DEMO_IDS.course,
    practitionerId: DEMO_IDS.practitioner,
  });
  expect(calledOff).toMatchObject({ status: 'cancelled', patientId: DEMO_IDS.patient });
  const isInItsSlot = (one: Appointment): boolean =>
    one.id !== calledOff?.id &&
    holdsSlot(one.status) &&
    one.startsAt < (calledOff?.endsAt ?? '') &&
    one.endsAt > (calledOff?.startsAt ?? '') &&
    [one.practitionerId === calledOff?.practitionerId, one.roomId === calledOff?.roomId].includes(
      true,
    );
  expect(appointments.filter(isInItsSlot)).toEqual([]);
  for (const { today, now, diary } of seen) {
    const draft = demoRecordsAt(now, today).sessions.find(({ id }) => id === DEMO_IDS.session);
    const visit = named(draft?.appointmentId ?? '', diary);
    expect(visit && dayOf(visit)).toBe(today);
  }
});
