import type { SeededRandom } from '#domain/demo/seeded-random.ts';

/** A JSON Schema, as the OpenAPI document holds it. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Texts that satisfy one or another of the patterns in the document. */
const SAMPLES = [
  '09:00',
  '17:30',
  '24:00',
  'PT',
  'L64.9',
  'L65',
  '"1"',
  '+351912345678',
  'someone@clinic.example',
  'Europe/Lisbon',
  '#0a6a7a',
  'M0',
  'III',
  'en',
  'pt-PT',
  'M 10 10 L 20 20',
  'abcdefgh-0001',
  '1',
  'a',
] as const;

const WORDS = [
  'Ana',
  'Rui Đặng',
  'مريم',
  '佐藤',
  'Room 2',
  'scalp a little red',
  "O'Neill",
] as const;
const DAYS = ['2026-06-10', '2026-06-09', '2026-06-24', '1985-03-14', '2027-01-04'] as const;
const INSTANTS = [
  '2026-06-10T09:00:00.000Z',
  '2026-06-11T10:30:00.000Z',
  '2026-06-24T14:15:00.000Z',
] as const;

/** Values that no field expects. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e\ufeff',
  '𝒳'.repeat(3000),
  "'; DROP TABLE patients; --",
  '%_\\',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '2026-02-30',
  '9999-12-31T23:59:60Z',
  '0001-01-01',
  'NaN',
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  true,
  [],
  {},
  [[[[]]]],
  { toString: 'x' },
  '00000000-0000-7000-8000-ffffffffffff',
];

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const schemasIn = (value: unknown): JsonSchema[] =>
  Array.isArray(value) ? value.filter(isSchema) : [];
const numberIn = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

/** One of a list that may be empty. */
export const anyOf = <T>(random: SeededRandom, list: readonly T[]): T | undefined =>
  list[random.int(0, Math.max(list.length - 1, 0))];

function textOf(schema: JsonSchema, random: SeededRandom, ids: readonly string[]): string {
  const { format, pattern } = schema;
  if (format === 'uuid') return anyOf(random, ids) ?? '00000000-0000-7000-8000-ffffffffffff';
  if (format === 'date') return random.pick(DAYS);
  if (format === 'date-time') return random.pick(INSTANTS);
  if (format === 'email') return `a${random.int(1, 9999)}@clinic.example`;
  if (typeof pattern === 'string') {
    const fitting = [...SAMPLES, ...INSTANTS, ...DAYS, ...ids.slice(0, 5)].filter((one) =>
      new RegExp(pattern, 'u').test(one),
    );
    return anyOf(random, fitting) ?? 'x';
  }
  const most = numberIn(schema['maxLength'], 40);
  const text = random.pick(WORDS).slice(0, most);
  return text.padEnd(numberIn(schema['minLength'], 0), 'x');
}

function numberOf(schema: JsonSchema, random: SeededRandom): number {
  const least = numberIn(schema['minimum'], 0);
  const most = Math.min(numberIn(schema['maximum'], least + 40), least + 1000);
  const ends = [least, most, random.int(Math.ceil(least), Math.floor(most))];
  return anyOf(random, ends) ?? least;
}

/** A value the schema describes; ids are taken from those given. */
export function valueOf(schema: JsonSchema, random: SeededRandom, ids: readonly string[]): unknown {
  const choices = [...schemasIn(schema['anyOf']), ...schemasIn(schema['oneOf'])];
  const choice = anyOf(random, choices);
  if (choice) return valueOf(choice, random, ids);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return anyOf(random, schema['enum']);
  switch (schema['type']) {
    case 'object': {
      const required = Array.isArray(schema['required']) ? schema['required'] : [];
      const properties = isSchema(schema['properties']) ? schema['properties'] : {};
      return Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => required.includes(name) || random.chance(0.5))
          .map(([name, one]) => [name, isSchema(one) ? valueOf(one, random, ids) : null]),
      );
    }
    case 'array': {
      const { items } = schema;
      const least = numberIn(schema['minItems'], 0);
      const length = random.int(least, Math.max(least, 2));
      return Array.from({ length }, () => (isSchema(items) ? valueOf(items, random, ids) : null));
    }
    case 'string':
      return textOf(schema, random, ids);
    case 'integer':
    case 'number':
      return numberOf(schema, random);
    case 'boolean':
      return random.chance(0.5);
    default:
      return null;
  }
}

/** The value with one place in it replaced, dropped or added to. */
export function mutated(value: unknown, random: SeededRandom): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.7)) {
    const at = random.int(0, value.length - 1);
    return random.chance(0.2) ? value.toSpliced(at, 1) : value.with(at, mutated(value[at], random));
  }
  if (isSchema(value) && random.chance(0.85)) {
    const names = Object.keys(value);
    const name = anyOf(random, names);
    if (name === undefined || random.chance(0.1))
      return { ...value, 'no such field': anyOf(random, HOSTILE_VALUES) };
    const { [name]: one, ...rest } = value;
    return random.chance(0.15) ? rest : { ...value, [name]: mutated(one, random) };
  }
  return anyOf(random, HOSTILE_VALUES);
}

/** The value with some of its fields taken anew from the schema, so that it stays what is asked for. */
export function varied(
  value: unknown,
  schema: JsonSchema,
  random: SeededRandom,
  ids: readonly string[],
): unknown {
  const properties = schema['properties'];
  if (!isSchema(value) || !isSchema(properties)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const own = properties[name];
      return [name, isSchema(own) && random.chance(0.25) ? valueOf(own, random, ids) : one];
    }),
  );
}
