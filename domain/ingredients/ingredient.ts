import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { longText, optionalText, shortText } from '#domain/shared/text.ts';
import { concentrationProblems, concentrationValue } from './concentration.ts';
import {
  ANAESTHETIC_FAMILIES,
  type AnaestheticFamily,
  CONCENTRATION_UNITS,
  INGREDIENT_CLASSES,
  INGREDIENT_TIERS,
  type IngredientClass,
  REGULATORY_STATUSES,
  VEHICLES,
} from './ingredient-enums.ts';

const milligrams = z.nullable(
  z.number('Type milligrams as a number.').check(z.gt(0, 'Above 0.'), z.maximum(100_000)),
);

/**
 * A product the clinic puts into recipes. Care team and managers read it, reception never:
 * the operation's permission guards that, so the fields carry the tag of running the clinic.
 * Source: CLINICAL.md section 4.
 */
export const ingredient = z.strictObject({
  id: admin(id),
  version: admin(version),
  name: admin(z.string()),
  class: admin(z.enum(INGREDIENT_CLASSES)),
  tier: admin(z.enum(INGREDIENT_TIERS)),
  vehicle: admin(z.enum(VEHICLES)),
  regulatoryStatus: admin(z.enum(REGULATORY_STATUSES)),
  /** The strength printed on the product; a recipe's own is typed again, never copied. */
  concentrationValue: admin(z.nullable(z.number())),
  concentrationUnit: admin(z.nullable(z.enum(CONCENTRATION_UNITS))),
  /** Shown as stated, not as fact. */
  statedPurpose: admin(z.nullable(z.string())),
  anaestheticFamily: admin(z.enum(ANAESTHETIC_FAMILIES)),
  /** The most of this anaesthetic in one session, per kg of body weight and in all, in mg. */
  anaestheticMaxMgPerKg: admin(z.nullable(z.number())),
  anaestheticMaxMg: admin(z.nullable(z.number())),
  isFiveAri: admin(z.boolean()),
  isAutologous: admin(z.boolean()),
  /** An authority has suspended it, as the EU did with buflomedil: blocked. */
  isSuspended: admin(z.boolean()),
  /** One vial is for one patient and one procedure. */
  isSingleDose: admin(z.boolean()),
  /** Days a vial may be used once opened, as the maker says; null takes the general 28. */
  openDaysMax: admin(z.nullable(z.int())),
  cautions: admin(z.string()),
  source: admin(z.nullable(z.string())),
  isArchived: admin(z.boolean()),
  createdAt: admin(instant),
  updatedAt: admin(instant),
});

/** An ingredient, as a type. */
export type Ingredient = z.infer<typeof ingredient>;

const writable = {
  name: shortText(120, 'Type the name of the ingredient.'),
  class: z.enum(INGREDIENT_CLASSES, 'Choose the class.'),
  tier: z.enum(INGREDIENT_TIERS, 'Choose principal or complementary.'),
  vehicle: z.enum(VEHICLES, 'Choose what it is dissolved in.'),
  regulatoryStatus: z.enum(REGULATORY_STATUSES, 'Choose the regulatory status.'),
  concentrationValue: z.nullable(concentrationValue),
  concentrationUnit: z.nullable(z.enum(CONCENTRATION_UNITS, 'Choose a unit.')),
  statedPurpose: optionalText(200),
  anaestheticFamily: z.enum(ANAESTHETIC_FAMILIES, 'Choose the family.'),
  anaestheticMaxMgPerKg: milligrams,
  anaestheticMaxMg: milligrams,
  isFiveAri: z.boolean(),
  isAutologous: z.boolean(),
  isSuspended: z.boolean(),
  isSingleDose: z.boolean(),
  openDaysMax: z.nullable(
    z
      .int('Type whole days.')
      .check(z.minimum(0, 'From 0 to 365 days.'), z.maximum(365, 'From 0 to 365 days.')),
  ),
  cautions: longText(1000),
  source: optionalText(200),
};

type Checked = {
  class: IngredientClass;
  concentrationValue: number | null;
  concentrationUnit: (typeof CONCENTRATION_UNITS)[number] | null;
  anaestheticFamily: AnaestheticFamily;
  anaestheticMaxMgPerKg: number | null;
  anaestheticMaxMg: number | null;
  isFiveAri: boolean;
  isAutologous: boolean;
  regulatoryStatus: (typeof REGULATORY_STATUSES)[number];
};

/** What does not fit together in an ingredient; run it on the merged record when one changes. */
export function ingredientProblems(fields: Checked): FieldProblem[] {
  const problems = concentrationProblems(fields);
  const family = fields.anaestheticFamily;
  if (fields.class === 'anaesthetic' && family === 'none') {
    problems.push({ path: 'anaestheticFamily', message: 'Choose ester or amide.' });
  }
  for (const path of ['anaestheticMaxMgPerKg', 'anaestheticMaxMg'] as const) {
    if (family === 'none' && fields[path] !== null) {
      problems.push({ path, message: 'Only an anaesthetic has a maximum here.' });
    }
  }
  if (fields.class === 'five_alpha_reductase_inhibitor' && !fields.isFiveAri) {
    problems.push({ path: 'isFiveAri', message: 'This class is a 5-alpha-reductase inhibitor.' });
  }
  if (fields.isAutologous !== (fields.regulatoryStatus === 'autologous')) {
    problems.push({
      path: 'regulatoryStatus',
      message: 'The status is autologous exactly when it is made from the patient.',
    });
  }
  return problems;
}

/** What is asked of a new ingredient. */
export const ingredientCreate = z.strictObject(writable).check(checkFields(ingredientProblems));

/** A new ingredient, as a type. */
export type IngredientCreate = z.infer<typeof ingredientCreate>;

/** A change to an ingredient: only the fields that change. */
export const ingredientUpdate = z.partial(z.strictObject(writable));

/** A change to an ingredient, as a type. */
export type IngredientUpdate = z.infer<typeof ingredientUpdate>;
