import type { Finding } from '#domain/ingredients/finding.ts';
import {
  INGREDIENT_CLASS_LABELS,
  type IngredientClass,
} from '#domain/ingredients/ingredient-enums.ts';
import { CONSENT_SECTIONS, type ConsentSection } from './consent-enums.ts';
import type { Consent } from './consent.ts';

const SOURCE = 'CLINICAL.md §5';

/** Whether a consent stands: signed, and not revoked. */
const isInForce = (consent: Pick<Consent, 'revocation'>): boolean => consent.revocation === null;

/** The consent of a course that stands: the newest signed that was not revoked. */
export function consentInForce(consents: readonly Consent[]): Consent | null {
  return (
    consents.filter(isInForce).toSorted((a, b) => (a.signedAt < b.signedAt ? 1 : -1))[0] ?? null
  );
}

/** Classes of what is injected now that the consent did not speak of. */
function classesNotConsented(
  consent: Pick<Consent, 'ingredientClasses'>,
  injected: readonly IngredientClass[],
): IngredientClass[] {
  return [...new Set(injected)].filter((one) => !consent.ingredientClasses.includes(one));
}

/**
 * What a session lacks in consent: none that stands, or the recipe's classes are no longer those
 * the patient consented to. A class less is a note, a class more a review: sign again. Source:
 * CLINICAL.md section 5.
 */
export function consentFindings(
  consents: readonly Consent[],
  injected: readonly IngredientClass[],
): Finding[] {
  const current = consentInForce(consents);
  if (!current) {
    const message =
      consents.length === 0
        ? 'No consent is signed for this course.'
        : 'The consent for this course was revoked.';
    return [{ code: 'consent_missing', level: 'review', message, source: SOURCE }];
  }
  if (injected.length === 0) return [];
  const added = classesNotConsented(current, injected);
  if (added.length > 0) {
    const names = added.map((one) => INGREDIENT_CLASS_LABELS[one]).join(', ');
    const message = `The consent does not speak of: ${names}. Sign a new one.`;
    return [{ code: 'consent_classes_changed', level: 'review', message, source: SOURCE }];
  }
  const gone = current.ingredientClasses.filter((one) => !injected.includes(one));
  if (gone.length === 0) return [];
  const names = gone.map((one) => INGREDIENT_CLASS_LABELS[one]).join(', ');
  const message = `The recipe no longer holds what the consent speaks of: ${names}.`;
  return [{ code: 'consent_classes_fewer', level: 'note', message, source: SOURCE }];
}

/** The parts of a text that say nothing yet: it is not put into use like that. */
export const emptySections = (sections: Record<ConsentSection, string>): ConsentSection[] =>
  CONSENT_SECTIONS.filter((section) => sections[section].trim() === '');
