/** What a column of a patient file can hold; `fullName` is both names in one cell. */
export const IMPORT_FIELDS = [
  'clinicNumber',
  'familyName',
  'givenName',
  'fullName',
  'birthDate',
  'sexAtBirth',
  'phone',
  'email',
  'contactPreference',
  'language',
  'referralSource',
  'notes',
] as const;
/** One of them. */
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What each is called on screen. */
export const IMPORT_FIELD_LABELS: Record<ImportField, string> = {
  clinicNumber: 'Clinic number',
  familyName: 'Family name',
  givenName: 'Given name',
  fullName: 'Full name',
  birthDate: 'Date of birth',
  sexAtBirth: 'Sex at birth',
  phone: 'Phone',
  email: 'E-mail',
  contactPreference: 'Contact preference',
  language: 'Language',
  referralSource: 'Referral source',
  notes: 'Notes',
};
