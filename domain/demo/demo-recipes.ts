import type { Indication } from '#domain/courses/indication.ts';
import type { Recipe, RecipeIngredient, RecipeVersion } from '#domain/recipes/recipe.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { DEMO_STAFF, demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { demoIngredientId } from './demo-ingredients.ts';
import { demoApprovalReasons } from './demo-pairs.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';

/** A version as it is kept: uses are counted from the sessions, and `lockedAt` by the first. */
export type DemoVersion = Omit<RecipeVersion, 'usedInSessions'>;

/** A recipe with its versions, the oldest first. */
export type DemoRecipe = {
  recipe: Omit<Recipe, 'currentVersionId' | 'currentVersionNumber'>;
  versions: DemoVersion[];
};

type Line = [
  key: string,
  value: number | null,
  unit: RecipeIngredient['concentrationUnit'],
  ml: number,
];

type Written = {
  name: string;
  indications: Indication[];
  notes?: string;
  isArchived?: true;
  /** Weeks before the anchor it was written in, why, and its lines. */
  versions: {
    weeksAgo: number;
    note: string | null;
    lines: Line[];
    /** Still being written, or out of use; approved without it. */
    status?: 'draft' | 'retired';
  }[];
};

const MADE_UP = 'Made up for the demo clinic; no advice on doses.';
const BASE: Line[] = [
  ['dexpanthenol', 250, 'mg_per_ml', 2],
  ['biotin', 5, 'mg_per_ml', 1],
];

const author = DEMO_STAFF[1]?.id ?? '';
/** The second person: another practitioner than the author. */
const second = DEMO_STAFF[3]?.id ?? '';

/** The recipes in the order of their ids; versions are numbered through them all. */
const WRITTEN: readonly Written[] = [
  {
    name: 'FPHL base',
    indications: ['androgenetic_female'],
    versions: [
      {
        weeksAgo: 104,
        note: null,
        lines: [...BASE, ['zinc', 1, 'mg_per_ml', 0.5], ['procaine', 20, 'mg_per_ml', 0.5]],
      },
      {
        weeksAgo: 50,
        note: 'Procaine out: two people with an ester allergy could not have it.',
        lines: [...BASE, ['zinc', 1, 'mg_per_ml', 0.5], ['hyaluronic_acid', 15, 'mg_per_ml', 0.75]],
      },
      {
        weeksAgo: 1,
        status: 'draft',
        note: 'Less dexpanthenol: some people felt it burn.',
        lines: [
          ['dexpanthenol', 250, 'mg_per_ml', 1.5],
          ['biotin', 5, 'mg_per_ml', 1],
          ['zinc', 1, 'mg_per_ml', 0.5],
          ['hyaluronic_acid', 10, 'mg_per_ml', 0.75],
        ],
      },
    ],
  },
  {
    name: 'AGA-M base',
    indications: ['androgenetic_male'],
    versions: [
      {
        weeksAgo: 104,
        note: null,
        lines: [...BASE, ['b_complex', null, 'as_supplied', 1], ['lidocaine', 1, 'percent', 0.5]],
      },
      {
        weeksAgo: 55,
        note: 'Dutasteride in, vitamin B complex out.',
        lines: [...BASE, ['dutasteride', 0.5, 'mg_per_ml', 1], ['lidocaine', 1, 'percent', 0.5]],
      },
    ],
  },
  {
    name: 'Minoxidil mix',
    indications: ['androgenetic_male', 'androgenetic_female'],
    versions: [
      {
        weeksAgo: 104,
        note: null,
        lines: [
          ['minoxidil', 2, 'mg_per_ml', 2],
          ['dexpanthenol', 250, 'mg_per_ml', 1],
          ['lidocaine', 1, 'percent', 1],
        ],
      },
      {
        weeksAgo: 96,
        note: 'Less lidocaine.',
        lines: [
          ['minoxidil', 2, 'mg_per_ml', 2],
          ['dexpanthenol', 250, 'mg_per_ml', 1],
          ['lidocaine', 1, 'percent', 0.5],
        ],
      },
      {
        weeksAgo: 13,
        note: 'Biotin in.',
        lines: [
          ['minoxidil', 2, 'mg_per_ml', 2],
          ['dexpanthenol', 250, 'mg_per_ml', 1],
          ['biotin', 5, 'mg_per_ml', 0.5],
          ['lidocaine', 1, 'percent', 0.5],
        ],
      },
    ],
  },
  {
    name: 'Shedding mix',
    indications: ['telogen_effluvium', 'postpartum_effluvium'],
    versions: [
      {
        weeksAgo: 92,
        note: null,
        lines: [...BASE, ['amino_acids', null, 'as_supplied', 1], ['zinc', 1, 'mg_per_ml', 0.5]],
      },
    ],
  },
  {
    name: 'Roller serum',
    indications: ['weak_or_slow_hair', 'prevention'],
    notes: 'Spread by the dermaroller, never injected.',
    versions: [
      {
        weeksAgo: 88,
        note: null,
        lines: [
          ['hyaluronic_acid', 10, 'mg_per_ml', 1],
          ['copper_peptide', 2, 'mg_per_ml', 1],
        ],
      },
    ],
  },
  {
    name: 'Vitamin mix of the first year',
    indications: [],
    isArchived: true,
    versions: [
      {
        status: 'retired',
        weeksAgo: 104,
        note: null,
        lines: [
          ['b_complex', null, 'as_supplied', 2],
          ['vitamin_c', 100, 'mg_per_ml', 1],
        ],
      },
    ],
  },
];

const VERSIONS_BEFORE = WRITTEN.map((_, index) =>
  WRITTEN.slice(0, index).reduce((sum, { versions }) => sum + versions.length, 0),
);

/**
 * The id of a version of a demo recipe by its name and number.
 * @throws Error if there is none
 */
export function demoVersionId(name: string, number: number): string {
  const index = WRITTEN.findIndex((one) => one.name === name);
  const before = VERSIONS_BEFORE[index];
  if (before === undefined || !WRITTEN[index]?.versions[number - 1])
    throw new Error(`The demo clinic has no ${name} v${number}.`);
  return demoId(DEMO_KINDS.recipeVersion, before + number);
}

const line = ([key, value, unit, ml]: Line, index: number): RecipeIngredient => ({
  ingredientId: demoIngredientId(key),
  concentrationValue: value,
  concentrationUnit: unit,
  volumeMl: ml,
  statedPurpose: null,
  order: index + 1,
});

type Approval = Pick<
  RecipeVersion,
  'status' | 'approvedBy' | 'approvedAt' | 'approvalReasons' | 'retiredBy' | 'retiredAt'
>;

/** Each version was approved when it was written, with a reason for each finding to review. */
function approvalOf(
  status: RecipeVersion['status'],
  writtenAt: string,
  lines: readonly RecipeIngredient[],
): Approval {
  const isDraft = status === 'draft';
  const isRetired = status === 'retired';
  return {
    status,
    approvedBy: isDraft ? null : second,
    approvedAt: isDraft ? null : writtenAt,
    approvalReasons: isDraft ? [] : demoApprovalReasons(lines),
    retiredBy: isRetired ? author : null,
    retiredAt: isRetired ? momentAt(addDays(DEMO_ANCHOR, -7 * 30), 9 * 60) : null,
  };
}

/** The demo clinic's recipes, `stretch` times as old. A version no session used is not locked. */
export function demoRecipes(stretch = 1): DemoRecipe[] {
  const writtenAt = (weeksAgo: number): string =>
    momentAt(addDays(DEMO_ANCHOR, -7 * weeksAgo * stretch), 17 * 60 + 45);
  return WRITTEN.map(({ name, indications, notes, isArchived, versions }, index) => {
    const id = demoId(DEMO_KINDS.recipe, index + 1);
    const stamps = versions.map(({ weeksAgo }) => writtenAt(weeksAgo));
    return {
      recipe: {
        id,
        version: versions.length,
        name,
        intendedIndications: indications,
        intendedArea: null,
        notes: [notes, MADE_UP].filter(Boolean).join(' '),
        isArchived: isArchived ?? false,
        createdAt: stamps[0] ?? '',
        updatedAt: stamps.at(-1) ?? '',
      },
      versions: versions.map(({ note, lines, status }, place) => ({
        id: demoVersionId(name, place + 1),
        version: 1,
        recipeId: id,
        number: place + 1,
        basedOnVersionId: place === 0 ? null : demoVersionId(name, place),
        changeNote: note,
        ingredients: lines.map(line),
        lockedAt: null,
        // The draft is a colleague's, so that the practitioner at the door can approve it.
        createdBy: status === 'draft' ? second : author,
        writtenBy: [status === 'draft' ? second : author],
        ...approvalOf(status ?? 'approved', stamps[place] ?? '', lines.map(line)),
        createdAt: stamps[place] ?? '',
        updatedAt: stamps[place] ?? '',
      })),
    };
  });
}
