import type { Consent } from '#domain/consents/consent.ts';
import type { IngredientClass } from '#domain/ingredients/ingredient-enums.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import type { DemoTreated } from './demo-profiles.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** A consent as it is kept: what its text is called comes from the text. */
export type DemoConsent = Omit<Consent, 'templateName' | 'language' | 'edition'>;

type From = {
  people: readonly (DemoTreated & {
    name: string;
    language: string | null;
    versionId: string | null;
    isStarted: boolean;
  })[];
  classesOf: (versionId: string | null) => IngredientClass[];
  /** The clinic date. */
  today: string;
};

/** Strokes like a hand's: up and down along a line that rises a little. */
function signatureOf(random: SeededRandom): string {
  const points = Array.from({ length: 14 }, (_, index) => {
    const y = 120 - index * 2 + (index % 2 === 0 ? random.int(-55, -10) : random.int(0, 30));
    return `${60 + index * 32} ${y}`;
  });
  const [first = '60 120', ...rest] = points;
  return `M${first}${rest.map((point) => `L${point}`).join('')}`;
}

function photosOf(random: SeededRandom, signedOn: string, today: string): Consent['photos'] {
  const choice = (probability: number) => {
    const isAllowed = random.chance(probability);
    const isWithdrawn = isAllowed && random.chance(0.03) && addDays(signedOn, 30) < today;
    const withdrawnAt = isWithdrawn
      ? momentAt(addDays(signedOn, random.int(10, 29)), 10 * 60)
      : null;
    return { isAllowed, withdrawnAt };
  };
  return { record: choice(0.93), teaching: choice(0.34), publicity: choice(0.07) };
}

const REASONS = [
  'Does not wish to go on.',
  'Wants to think about it again.',
  'Is pregnant.',
] as const;

function revocationOf(
  random: SeededRandom,
  treated: DemoTreated,
  today: string,
): Consent['revocation'] {
  const on = addDays(treated.openedOn, random.int(14, 60));
  if (on > today || !random.chance(0.025)) return null;
  return { on, reason: random.pick(REASONS), recordedBy: treated.practitioner };
}

const PORTUGUESE_TEXT = 3;

/**
 * Consents of the courses that started: of some none was signed, a few were revoked. The example
 * course's is the first, allows photos for the record, and stands.
 */
export function demoConsents({ people, classesOf, today }: From): DemoConsent[] {
  const signed = people.filter(
    ({ courseId, isStarted }) =>
      courseId === DEMO_IDS.course ||
      (isStarted && seededRandom(`consent ${courseId}`).chance(0.94)),
  );
  const ordered = signed.toSorted(
    (a, b) => Number(b.courseId === DEMO_IDS.course) - Number(a.courseId === DEMO_IDS.course),
  );
  return ordered.map((treated, index): DemoConsent => {
    const random = seededRandom(`signature ${treated.courseId}`);
    const isExample = treated.courseId === DEMO_IDS.course;
    const photos = photosOf(random, treated.openedOn, today);
    const revocation = isExample ? null : revocationOf(random, treated, today);
    const changes = [
      ...Object.values(photos).map(({ withdrawnAt }) => withdrawnAt),
      revocation === null ? null : momentAt(revocation.on, 12 * 60),
    ].filter((moment) => moment !== null);
    return {
      id: demoId(DEMO_KINDS.consent, index + 1),
      version: isExample ? 1 : 1 + changes.length,
      patientId: treated.patientId,
      courseId: treated.courseId,
      templateId:
        treated.language === 'pt'
          ? demoId(DEMO_KINDS.consentTemplate, PORTUGUESE_TEXT)
          : DEMO_IDS.consentTemplate,
      explainedBy: treated.practitioner,
      givenOn: addDays(treated.openedOn, -random.int(0, 9)),
      recipeVersionId: treated.versionId,
      ingredientClasses: classesOf(treated.versionId),
      signerRole: 'patient',
      signerName: treated.name,
      signaturePath: random.chance(0.9) ? signatureOf(random) : null,
      signedAt: treated.openedAt,
      photos: isExample ? { ...photos, record: { isAllowed: true, withdrawnAt: null } } : photos,
      revocation,
      createdAt: treated.openedAt,
      updatedAt: isExample ? treated.openedAt : (changes.toSorted().at(-1) ?? treated.openedAt),
    };
  });
}
