import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { holdsSlot } from '#domain/appointments/appointment-flow.ts';
import { type SeededRandom, seededRandom } from '#domain/demo/seeded-random.ts';
import { addMinutes } from '#domain/shared/clinic-time.ts';
import { toAppointment } from '#server/appointments/appointment-view.ts';
import { selectRows } from '#server/db/rows.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { addPatient, type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import {
  type Asked,
  clash,
  judgeRound,
  type ModelSlot,
  toSlot,
} from '#tests/support/booking-oracle.ts';
import { type Answer, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { hasManyConnections } from '#tests/support/test-database.ts';

const AT_ONCE = hasManyConnections ? 200 : 40;
const ROUND = 40;
const ROUNDS = hasManyConnections ? 25 : 5;
const TIME_LIMIT = 120_000;

let clinic: TestClinic;
let diary: Diary;

beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

const heldRows = async () =>
  (await clinic.db.select().from(appointments))
    .map(toAppointment)
    .filter(({ status }) => holdsSlot(status));

/** Every connection of the pool keeps counts of its own until it is told to hand them in. */
const handInCounts = () =>
  Promise.all(
    Array.from({ length: 30 }, () =>
      clinic.db.execute(sql`SELECT pg_stat_force_next_flush(), pg_sleep(0.05)`),
    ),
  );

const deadlocks = async () => {
  await handInCounts();
  const [row] = await selectRows(
    clinic.db,
    z.object({ deadlocks: z.number() }),
    sql`SELECT deadlocks::int AS deadlocks FROM pg_stat_database WHERE datname = current_database()`,
  );
  return row?.deadlocks;
};

test(
  `${AT_ONCE} bookings of one slot at once: one gets it, the others are told who has it and when`,
  async () => {
    const patientIds: string[] = [];
    for (let number = 0; number < 8; number += 1)
      patientIds.push(await addPatient(diary.desk, `Family ${'abcdefgh'.charAt(number)}`));
    const startsAt = '2026-06-11T13:00:00.000Z';
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        diary.desk(
          'POST',
          '/api/appointments',
          diary.booking(startsAt, { patientId: patientIds[index % patientIds.length] ?? '' }),
        ),
      ),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(answers.length - refused.length).toBe(1);
    for (const { status, body } of refused) {
      expect(status, body.detail).toBe(409);
      expect(body.detail).toMatch(
        /^The practitioner.* are taken 14:00–14:30\. Next free: 14:30\.$/,
      );
      expect(body.current.conflicts[0]).toMatchObject({ resource: 'practitioner', startsAt });
    }
    expect(await heldRows()).toHaveLength(1);
  },
  TIME_LIMIT,
);

/** Everyone who can be booked in the crowd. */
type Crowd = {
  practitioners: [string, ...string[]];
  rooms: [string | null, ...(string | null)[]];
  patients: [string, ...string[]];
};

async function gatherCrowd(): Promise<Crowd> {
  const patients: Crowd['patients'] = [diary.patientId, diary.otherPatientId];
  for (const letter of 'abcdef') patients.push(await addPatient(diary.desk, `Family ${letter}`));
  return {
    practitioners: [diary.doctorId, diary.otherDoctorId, await clinic.staffId('prescriber')],
    rooms: [diary.roomId, diary.otherRoomId, null],
    patients,
  };
}

/** A slot somewhere in two days of the crowd: so dense that half of them are taken soon. */
function someSlot(random: SeededRandom, crowd: Crowd, isOverride: boolean) {
  const day = random.pick(['2026-06-11', '2026-06-12']);
  const startsAt = addMinutes(`${day}T08:00:00.000Z`, 15 * random.int(0, 34));
  return {
    practitionerId: random.pick(crowd.practitioners),
    roomId: random.pick(crowd.rooms),
    patientId: random.pick(crowd.patients),
    startsAt,
    endsAt: addMinutes(startsAt, random.pick([15, 30])),
    isOverride,
  };
}

type Freed = { id: string; version: number; slot: ModelSlot };
type Sent = { asked: Asked; send: () => Promise<Answer> };

const path = (id: string, verb = '') => `/api/appointments/${id}${verb}`;
const match = (version: number) => ({ 'if-match': `"${version}"` });

function bookOne(random: SeededRandom, crowd: Crowd, isOverride: boolean): Sent {
  const wanted = someSlot(random, crowd, isOverride);
  const { isOverride: _, ...slot } = wanted;
  const body = { ...slot, typeId: diary.typeId, courseId: null, note: '' };
  return {
    asked: { kind: isOverride ? 'override' : 'book', wanted, subject: null },
    send: () =>
      isOverride
        ? diary.manager('POST', path('overrides'), { ...body, overrideReason: 'Agreed.' })
        : diary.desk('POST', '/api/appointments', body),
  };
}

function moveOne(random: SeededRandom, crowd: Crowd, subject: ModelSlot): Sent {
  const { patientId, id, version } = subject;
  const wanted = { ...someSlot(random, crowd, false), patientId };
  const { isOverride: _, patientId: __, ...change } = wanted;
  return {
    asked: { kind: 'move', wanted, subject: id },
    send: () => diary.desk('PATCH', path(id), change, match(version)),
  };
}

function cancelOne({ id, version }: ModelSlot): Sent {
  const body = { cancelledBy: 'patient', cancelReason: 'Ill.' };
  return {
    asked: { kind: 'cancel', wanted: null, subject: id },
    send: () => diary.desk('POST', path(id, '/cancel'), body, match(version)),
  };
}

const undoOne = ({ id, version, slot }: Freed): Sent => ({
  asked: { kind: 'undo', wanted: slot, subject: null },
  send: () => diary.desk('POST', path(id, '/undo'), undefined, match(version)),
});

/** The requests of a round; each appointment there is has at most one of them. */
function someRound(
  random: SeededRandom,
  crowd: Crowd,
  held: ReadonlyMap<string, ModelSlot>,
  freed: Freed[],
): Sent[] {
  const untouched = random.shuffled([...held.values()]);
  return Array.from({ length: ROUND }, () => {
    const chance = random.next();
    const subject = chance < 0.4 ? untouched.pop() : undefined;
    if (subject) return chance < 0.22 ? moveOne(random, crowd, subject) : cancelOne(subject);
    const gone = chance < 0.5 ? freed.pop() : undefined;
    return gone ? undoOne(gone) : bookOne(random, crowd, chance > 0.93);
  });
}

test(
  `${ROUND * ROUNDS} dense requests of all kinds: what is free is given, what is taken never twice`,
  async () => {
    const random = seededRandom('dense bookings');
    const crowd = await gatherCrowd();
    const [held, freed] = [new Map<string, ModelSlot>(), [] as Freed[]];
    const [before, counts] = [await deadlocks(), { given: 0, refused: 0 }];
    for (let round = 0; round < ROUNDS; round += 1) {
      const sent = someRound(random, crowd, held, freed);
      const answers = await Promise.all(
        sent.map(async ({ asked, send }) => ({ asked, answer: await send() })),
      );
      const were = new Map(held);
      expect(judgeRound(held, answers), `round ${round}`).toEqual([]);
      for (const { asked, answer } of answers) {
        if (answer.status === 409) counts.refused += 1;
        else counts.given += 1;
        const slot = were.get(asked.subject ?? '');
        // An override that comes back stays one, so its slot cannot be judged as a usual one.
        if (asked.kind === 'cancel' && slot && !slot.isOverride)
          freed.push({ id: answer.body.id, version: answer.body.version, slot });
      }
    }
    const rows = (await heldRows()).map(toSlot);
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    expect(rows.toSorted(byId)).toEqual([...held.values()].toSorted(byId));
    const usual = rows.filter(({ isOverride }) => !isOverride);
    for (const [index, one] of usual.entries())
      for (const other of usual.slice(0, index)) expect(clash(one, other)).toBe(false);
    expect(counts.refused).toBeGreaterThan(ROUND * ROUNDS * 0.1);
    expect(counts.given).toBeGreaterThan(ROUND * ROUNDS * 0.3);
    expect(await deadlocks()).toBe(before);
  },
  TIME_LIMIT,
);
