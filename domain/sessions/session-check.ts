import * as z from 'zod/mini';
import {
  FINDING_LEVELS,
  FINDING_NEEDS,
  type Finding,
  findingKey,
  neededFor,
} from '#domain/ingredients/finding.ts';
import { isAnsweredByApproval } from '#domain/recipes/recipe-rules.ts';
import type { RecipeVersion } from '#domain/recipes/recipe.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { type Override, override } from './override.ts';

/** A finding about a session with what is needed to go on, and who said so already. */
export const sessionCheck = z.strictObject({
  key: clinical(z.string()),
  code: clinical(z.string()),
  level: clinical(z.enum(FINDING_LEVELS)),
  message: clinical(z.string()),
  source: clinical(z.string()),
  ingredientId: clinical(z.optional(id)),
  otherIngredientId: clinical(z.optional(id)),
  subject: clinical(z.optional(z.string())),
  needs: clinical(z.enum(FINDING_NEEDS)),
  /** Whether it keeps the session from being signed. */
  isOpen: clinical(z.boolean()),
  override: clinical(z.nullable(override)),
  /** The reason its recipe's approver gave, for what does not depend on the patient. */
  approvalReason: clinical(z.nullable(z.string())),
});

/** A finding about a session, as a type. */
export type SessionCheck = z.infer<typeof sessionCheck>;

/**
 * What each finding needs, and whether it still keeps the session from being signed: a note never,
 * a review without a reason, a stop without a prescriber's, and some always. Source: PRODUCT.md,
 * "Who may do what".
 */
export function weighFindings(
  findings: readonly Finding[],
  overrides: readonly Override[],
  approvalReasons: RecipeVersion['approvalReasons'],
): SessionCheck[] {
  return findings.map((found) => {
    const key = findingKey(found);
    const needs = neededFor(found);
    // A reason was given for what the finding said then: two vials, or more of a drug, ask anew.
    const isDecided = (one: Override): boolean => one.key === key && one.message === found.message;
    const decided = overrides.find(isDecided) ?? null;
    const approved = isAnsweredByApproval(found)
      ? (approvalReasons.find((one) => one.key === key)?.reason ?? null)
      : null;
    const isOpen = {
      nothing: false,
      practitioner_reason: decided === null && approved === null,
      prescriber_reason: decided === null || !decided.byPrescriber,
      never: true,
    }[needs];
    return { ...found, key, needs, isOpen, override: decided, approvalReason: approved };
  });
}

/** Whether someone may answer a finding that needs this; a prescriber may answer any that can be. */
export const mayAnswer = (needs: SessionCheck['needs'], isPrescriber: boolean): boolean =>
  needs === 'practitioner_reason' || (needs === 'prescriber_reason' && isPrescriber);
