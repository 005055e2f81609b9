import type { Room } from '#domain/clinic/clinic.ts';
import type { DemoBatch } from './demo-batch.ts';
import { DEMO_CLINIC, DEMO_STAFF, type DemoPerson, demoId } from './demo-clinic.ts';
import { DEMO_TEAM, type DemoTeam, openDiary } from './demo-diary.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { NAME_POOLS } from './demo-name-pools.ts';

/** How large a made-up clinic shall be. Sessions are about so many: the last course is ended. */
export type DemoScale = { patients: number; sessions: number };

/** The largest and the smallest there can be. */
export const SCALE_LIMITS = { fewest: 100, most: 2_000_000, sessionsOfPatient: 20 } as const;

/** A made-up clinic of some size: who works there, where, and its people in batches. */
export type ScaledClinic = {
  staff: readonly DemoPerson[];
  rooms: readonly Room[];
  teams: readonly DemoTeam[];
  stretch: number;
  batches: () => Generator<DemoBatch>;
};

const PEOPLE_OF_BATCH = 800;
const DAYS_OF_TWO_YEARS = 728;
/** Sessions a day of a team of three: with consultations and checks it is then two thirds full. */
const SESSIONS_OF_TEAM = 10;
/** Of first courses alone, for each who begins one. */
const SESSIONS_OF_BEGINNER = 5;
const MOST_BEGIN = 92;

/** As many years as many sessions need, from two to ten. */
const stretchOf = (perPatient: number): number =>
  Math.min(5, Math.max(1, Math.round(perPatient / 2)));

/** Three practitioners and four rooms more, after those of the demo clinic. */
function furtherTeam(place: number): { team: DemoTeam; staff: DemoPerson[]; rooms: Room[] } {
  const [pool] = NAME_POOLS;
  const staff = [0, 1, 2].map((which): DemoPerson => {
    const number = DEMO_STAFF.length + (place - 1) * 3 + which + 1;
    const given = which === 1 ? pool?.men : pool?.women;
    const name = [given, pool?.families]
      .map((names, index) => names?.[(number * (index + 3)) % names.length] ?? '')
      .join(' ');
    return {
      id: demoId(DEMO_KINDS.staff, number),
      name: `Dr ${name}`,
      email: `practitioner.${number}@demo.clinic`,
      roles: ['practitioner'],
      isPrescriber: which === 0,
      isOwner: false,
    };
  });
  const rooms = [1, 2, 3, 4].map((which) => {
    const number = place * 4 + which;
    return { id: demoId(DEMO_KINDS.room, number), name: `Room ${number}` };
  });
  const practitioners = staff.map(({ id }, which) => ({
    id,
    hours: DEMO_TEAM.practitioners[which]?.hours ?? DEMO_CLINIC.hours,
  }));
  return { team: { practitioners, rooms: rooms.map(({ id }) => id) }, staff, rooms };
}

/** Plans a clinic of this size, from the generator of the demo clinic. */
export function scaleClinic({ patients, sessions }: DemoScale): ScaledClinic {
  const perPatient = sessions / patients;
  const stretch = stretchOf(perPatient);
  const perDay = sessions / (DAYS_OF_TWO_YEARS * stretch);
  const further = Array.from(
    { length: Math.max(0, Math.ceil(perDay / SESSIONS_OF_TEAM) - 1) },
    (_, index) => furtherTeam(index + 1),
  );
  const teams = [DEMO_TEAM, ...further.map(({ team }) => team)];
  const count = Math.ceil(patients / PEOPLE_OF_BATCH);
  const begin = Math.min(MOST_BEGIN, Math.ceil((perPatient / SESSIONS_OF_BEGINNER) * 100));
  function* batches(): Generator<DemoBatch> {
    const diaries = teams.map(openDiary);
    for (let number = 0; number < count; number += 1) {
      const upTo = (all: number, batch: number): number => Math.floor((all * batch) / count);
      const diary = diaries[number % diaries.length];
      if (!diary) return;
      const peopleBefore = upTo(patients, number);
      const people = upTo(patients, number + 1) - peopleBefore;
      const share = upTo(sessions, number + 1) - upTo(sessions, number);
      yield { number, people, peopleBefore, begin, sessions: share, stretch, diary };
    }
  }
  return {
    staff: [...DEMO_STAFF, ...further.flatMap((one) => one.staff)],
    rooms: [...DEMO_CLINIC.rooms, ...further.flatMap((one) => one.rooms)],
    teams,
    stretch,
    batches,
  };
}

/** Kinds of which a clinic has one set, whichever batch names them. */
const SHARED: ReadonlySet<number> = new Set([
  DEMO_KINDS.room,
  DEMO_KINDS.staff,
  DEMO_KINDS.ingredient,
  DEMO_KINDS.recipe,
  DEMO_KINDS.recipeVersion,
  DEMO_KINDS.ingredientPair,
  DEMO_KINDS.appointmentType,
  DEMO_KINDS.protocol,
  DEMO_KINDS.protocolVersion,
  DEMO_KINDS.closure,
  DEMO_KINDS.timeOff,
  DEMO_KINDS.consentTemplate,
]);

const ID_LENGTH = demoId(0, 0).length;
const ID = /^d0000000-0000-7([0-9a-f]{3})-8000-([0-9a-f]{12})$/;

/** What names the records of a batch apart from those of others: a change of texts that are ids. */
export function batchIds(batch: number): (text: string) => string {
  if (batch === 0) return (text) => text;
  const place = batch.toString(16).padStart(3, '0');
  const known = new Map<string, string>();
  return (text) => {
    if (text.length !== ID_LENGTH || !text.startsWith('d0000000-')) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const [, kind = '', number = ''] = ID.exec(text) ?? [];
    const isShared = kind === '' || SHARED.has(Number.parseInt(kind, 16));
    const renamed = isShared ? text : `d0000000-0000-7${kind}-8${place}-${number}`;
    known.set(text, renamed);
    return renamed;
  };
}
