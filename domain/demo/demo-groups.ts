import type { Indication } from '#domain/courses/indication.ts';
import type { Technique } from '#domain/sessions/session-enums.ts';

/** How often people come: at least and at most so many sessions, so many days apart. */
export type DemoScheme = {
  sessions: readonly [min: number, max: number];
  interval: readonly [min: number, max: number];
};

/**
 * The schemes of three articles, which disagree, one of the roller's, and what keeps a result.
 * Source: CLINICAL.md section 1 (S0, S1, S2, S3).
 */
export const DEMO_SCHEMES = {
  A: { sessions: [4, 6], interval: [14, 28] },
  B: { sessions: [6, 8], interval: [7, 9] },
  C: { sessions: [6, 8], interval: [14, 16] },
  roller: { sessions: [5, 5], interval: [28, 35] },
  maintenance: { sessions: [3, 6], interval: [28, 35] },
} as const satisfies Record<string, DemoScheme>;
/** One scheme. */
export type DemoSchemeKey = keyof typeof DEMO_SCHEMES;

/** People who begin with the same recipe version for the same reason. */
export type DemoGroup = {
  recipe: string;
  version: number;
  indication: Indication;
  technique: Technique;
  scheme: DemoSchemeKey;
  /** Of a hundred women, or men, who begin a course. */
  share: number;
  /** Weeks before the anchor between which they begin. */
  from: number;
  to: number;
};

const group = (
  [recipe, version]: readonly [string, number],
  indication: Indication,
  technique: Technique,
  scheme: DemoSchemeKey,
  share: number,
  [from, to]: readonly [number, number],
): DemoGroup => ({ recipe, version, indication, technique, scheme, share, from, to });

/** The group of the course that examples name as open. */
export const FPHL_2 = group(
  ['FPHL base', 2],
  'androgenetic_female',
  'point_by_point',
  'A',
  22,
  [49, 1],
);
/** The group of the course that examples name as closed. */
export const FPHL_1 = group(
  ['FPHL base', 1],
  'androgenetic_female',
  'point_by_point',
  'A',
  22,
  [103, 50],
);
/** Men's first mix, before its change. */
export const AGA_1 = group(['AGA-M base', 1], 'androgenetic_male', 'mesogun', 'C', 27, [103, 56]);
/** Men's first mix, after it. */
export const AGA_2 = group(
  ['AGA-M base', 2],
  'androgenetic_male',
  'point_by_point',
  'C',
  26,
  [54, 1],
);

const SHEDDING = ['Shedding mix', 1] as const;

/** More people came of late, so that the present weeks are full. */
export const LATELY = {
  women: { ...FPHL_2, share: 13, from: 11 },
  men: { ...AGA_2, share: 14, from: 9 },
} as const;

/** All of them. A group of women's indications has women only, the other ones men only. */
export const DEMO_GROUPS: readonly DemoGroup[] = [
  FPHL_1,
  FPHL_2,
  AGA_1,
  AGA_2,
  LATELY.women,
  LATELY.men,
  group(['Minoxidil mix', 1], 'androgenetic_male', 'mesogun', 'B', 2, [103, 97]),
  group(['Minoxidil mix', 2], 'androgenetic_male', 'mesogun', 'B', 31, [95, 14]),
  group(['Minoxidil mix', 3], 'androgenetic_female', 'mesogun', 'B', 6, [12, 1]),
  group(SHEDDING, 'telogen_effluvium', 'nappage', 'A', 16, [91, 1]),
  group(SHEDDING, 'postpartum_effluvium', 'nappage', 'A', 8, [90, 3]),
  group(['Roller serum', 1], 'weak_or_slow_hair', 'dermaroller', 'roller', 11, [86, 2]),
  group(['Roller serum', 1], 'prevention', 'dermaroller', 'roller', 2, [80, 18]),
];

/** Whether the people of a group are men; the made-up clinic treats women for all else. */
export const isOfMen = ({ indication }: DemoGroup): boolean => indication === 'androgenetic_male';
