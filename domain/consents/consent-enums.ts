/** What a consent says, part by part. Source: CLINICAL.md section 5, "Consent record". */
export const CONSENT_SECTIONS = [
  'diagnosis',
  'evidence',
  'alternatives',
  'ingredients',
  'harms',
  'pregnancy_and_tests',
  'sessions_and_cost',
  'aftercare',
  'photos',
  'data_use',
  'right_to_stop',
] as const;
/** One part. */
export type ConsentSection = (typeof CONSENT_SECTIONS)[number];
/** What each is called, and what it has to say. */
export const CONSENT_SECTION_DETAILS: Record<ConsentSection, { label: string; covers: string }> = {
  diagnosis: { label: 'Your diagnosis', covers: 'What was found, and how sure that is.' },
  evidence: {
    label: 'What is known, and what is not',
    covers: 'The evidence is disputed; no result is promised; it may need maintenance.',
  },
  alternatives: {
    label: 'Other choices',
    covers: 'Doing nothing, and licensed treatment.',
  },
  ingredients: {
    label: 'What is injected',
    covers: 'Each ingredient with its status: off-label, compounded.',
  },
  harms: {
    label: 'What can go wrong',
    covers: 'Common and rare harms, with scarring, infection and more hair loss; no effect.',
  },
  pregnancy_and_tests: {
    label: 'Pregnancy, blood donation, blood tests',
    covers: 'What to tell us, and what to wait with.',
  },
  sessions_and_cost: {
    label: 'Sessions and cost',
    covers: 'How many sessions, over what time, and what they cost.',
  },
  aftercare: { label: 'Afterwards', covers: 'Aftercare, and whom to call at any hour.' },
  photos: {
    label: 'Photos',
    covers: 'Three separate choices: record, teaching, publicity. Each can be withdrawn.',
  },
  data_use: { label: 'Your data', covers: 'Use in the clinic’s anonymous charts.' },
  right_to_stop: { label: 'You may stop', covers: 'At any time, without giving a reason.' },
};

/**
 * The heading of a part above a text in this language (a BCP 47 tag); null in any but English: what
 * a patient signs is in one language, and a text of the clinic's own says itself what each part is.
 */
export const headingOf = (section: ConsentSection, language: string): string | null =>
  /^en\b/i.test(language) ? CONSENT_SECTION_DETAILS[section].label : null;

/** Where a template stands. */
export const TEMPLATE_STATUSES = ['draft', 'approved', 'retired'] as const;
/** One status. */
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];
/** What each is called on screen. */
export const TEMPLATE_STATUS_LABELS: Record<TemplateStatus, string> = {
  draft: 'Draft',
  approved: 'In use',
  retired: 'Retired',
};

/** What a photo may be used for: three separate choices. */
export const PHOTO_USES = ['record', 'teaching', 'publicity'] as const;
/** One use. */
export type PhotoUse = (typeof PHOTO_USES)[number];
/** What each is called on screen. */
export const PHOTO_USE_LABELS: Record<PhotoUse, string> = {
  record: 'For my record',
  teaching: 'For teaching',
  publicity: 'For publicity',
};

/** Who signs. */
export const SIGNER_ROLES = ['patient', 'guardian'] as const;
/** One signer. */
export type SignerRole = (typeof SIGNER_ROLES)[number];
/** What each is called on screen. */
export const SIGNER_ROLE_LABELS: Record<SignerRole, string> = {
  patient: 'The patient',
  guardian: 'A guardian',
};
