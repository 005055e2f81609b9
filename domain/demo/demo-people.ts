import type { SexAtBirth } from '#domain/patients/patient.ts';
import type { DemoBatch } from './demo-batch.ts';
import { NAME_POOLS, type NamePool } from './demo-name-pools.ts';
import { DEMO_MEN, DEMO_OTHERS, DEMO_WOMEN, type DemoName } from './demo-names.ts';
import { seededRandom } from './seeded-random.ts';

/** A made-up person as the generator knows them before a name is needed. */
export type DemoPersonOf = { name: DemoName; sexAtBirth: SexAtBirth };

const LISTED: readonly DemoPersonOf[] = [
  ...DEMO_WOMEN.map((name) => ({ name, sexAtBirth: 'female' as const })),
  ...DEMO_MEN.map((name) => ({ name, sexAtBirth: 'male' as const })),
  ...DEMO_OTHERS.map((name, index) => ({
    name,
    sexAtBirth: index === 0 ? ('intersex' as const) : ('not_recorded' as const),
  })),
];

/** The pools in no order of letters. */
const POOLS: readonly NamePool[] = NAME_POOLS.map((pool) => {
  const random = seededRandom(`names ${pool.language}`);
  return {
    ...pool,
    women: random.shuffled(pool.women),
    men: random.shuffled(pool.men),
    families: random.shuffled(pool.families),
  };
});

const SHARES = POOLS.reduce((sum, { share }) => sum + share, 0);

/** A place in the pools that jumps about, so that neighbours have names of different languages. */
const STRIDE = 389;

function poolAt(place: number): NamePool | undefined {
  let left = (place * STRIDE) % SHARES;
  return POOLS.find(({ share }) => {
    left -= share;
    return left < 0;
  });
}

/** The `turn`-th name of a pool: no pair of names comes twice before all have come once. */
function nameOf({ women, men, families, language }: NamePool, isFemale: boolean, turn: number) {
  const given = isFemale ? women : men;
  const [row, column] = [Math.floor(turn / given.length), turn % given.length];
  const name: DemoName = [
    given[column] ?? '',
    families[(row + 3 * column) % families.length] ?? '',
    language,
  ];
  return name;
}

/**
 * The sex of a person by number: the listed ones as listed, then women and men in turn.
 */
export const sexOf = (number: number): SexAtBirth =>
  LISTED[number - 1]?.sexAtBirth ?? (number % 2 === 0 ? 'female' : 'male');

/**
 * The people of one batch, by number. The first batch begins with those listed by name; the others
 * are made up from pools of names, and go on where the batch before ended.
 */
export function demoPeople({ number, people, peopleBefore }: DemoBatch): DemoPersonOf[] {
  const turns = new Map<string, number>();
  return Array.from({ length: people }, (_, index) => {
    const listed = LISTED[index];
    if (number === 0 && listed) return listed;
    const place = peopleBefore + index;
    const sexAtBirth = sexOf(index + 1);
    const isFemale = sexAtBirth !== 'male';
    const pool = poolAt(place);
    if (!pool) throw new Error('The shares of the name pools do not add up.');
    const key = `${pool.language} ${isFemale}`;
    const turn = turns.get(key) ?? number * 7;
    turns.set(key, turn + 1);
    return { name: nameOf(pool, isFemale, turn), sexAtBirth };
  });
}
