import type { Finding } from './finding.ts';
import type { Ingredient } from './ingredient.ts';

const SOURCE = 'CLINICAL.md §4';

/** What the rules about one ingredient look at. */
export type IngredientFacts = Pick<
  Ingredient,
  | 'id'
  | 'name'
  | 'class'
  | 'vehicle'
  | 'regulatoryStatus'
  | 'anaestheticFamily'
  | 'isFiveAri'
  | 'isAutologous'
  | 'isSuspended'
  | 'cautions'
>;

type Rule = Omit<Finding, 'ingredientId' | 'source' | 'message'> & {
  applies: (facts: IngredientFacts) => boolean;
  say: (facts: IngredientFacts) => string;
};

const RULES: readonly Rule[] = [
  {
    code: 'suspended',
    level: 'stop',
    applies: (facts) => facts.isSuspended,
    say: ({ name }) => `${name}: an authority has suspended it. Do not inject it.`,
  },
  {
    code: 'cosmetic_not_for_injection',
    level: 'stop',
    applies: (facts) => facts.regulatoryStatus === 'cosmetic_not_for_injection',
    say: ({ name }) => `${name} is a cosmetic, not for injection.`,
  },
  {
    code: 'alcohol_vehicle',
    level: 'stop',
    applies: (facts) => facts.vehicle === 'alcohol',
    say: ({ name }) => `${name} is dissolved in alcohol: necrosis is reported. Do not inject it.`,
  },
  {
    code: 'oil_vehicle',
    level: 'stop',
    applies: (facts) => facts.vehicle === 'oil',
    say: ({ name }) => `${name} is dissolved in oil: necrosis is reported. Do not inject it.`,
  },
  {
    code: 'unlicensed_unknown',
    level: 'review',
    applies: (facts) => facts.regulatoryStatus === 'unlicensed_unknown',
    say: ({ name }) => `${name} is unlicensed or its status is not known.`,
  },
  {
    code: 'vehicle_unknown',
    level: 'review',
    applies: (facts) => facts.vehicle === 'unknown',
    say: ({ name }) => `What ${name} is dissolved in is not known.`,
  },
  {
    code: 'unknown_allergens',
    level: 'review',
    applies: (facts) => facts.class === 'plant_extract' || facts.class === 'homeopathic',
    say: ({ name }) => `${name} may hold allergens that are not declared.`,
  },
  {
    code: 'five_ari',
    level: 'review',
    applies: (facts) => facts.isFiveAri,
    say: ({ name }) =>
      `${name}: not for anyone who is or could be pregnant. Pregnant staff do not handle it. ` +
      'No blood donation for 6 months. PSA about halves. Ask about mood.',
  },
  {
    code: 'ester_anaesthetic',
    level: 'note',
    applies: (facts) => facts.anaestheticFamily === 'ester',
    say: ({ name }) => `${name} is an ester: ask about allergy to PABA.`,
  },
  {
    code: 'autologous_identity',
    level: 'note',
    applies: (facts) => facts.isAutologous,
    say: ({ name }) => `${name} is the patient’s own: two people check the identity.`,
  },
  {
    code: 'cautions',
    level: 'note',
    applies: (facts) => facts.cautions !== '',
    say: ({ name, cautions }) => `${name}: ${cautions}`,
  },
];

/**
 * What stands against injecting an ingredient, gravest first. An empty list means "No finding",
 * never that it may be injected. Source: CLINICAL.md section 4.
 */
export function ingredientFindings(facts: IngredientFacts): Finding[] {
  return RULES.filter((rule) => rule.applies(facts)).map(({ code, level, say }) => ({
    code,
    level,
    message: say(facts),
    source: SOURCE,
    ingredientId: facts.id,
  }));
}
