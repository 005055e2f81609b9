import type { ContactCreate } from '#domain/follow-ups/follow-up-contact.ts';
import { NO_CHANGES_ASKED } from '#domain/outcomes/patient-changes.ts';
import { NO_FLAGS_ASKED, type PhoneReportCreate } from '#domain/phone-reports/phone-report.ts';

/** What is recorded at a contact 48 h after a session on 2 March; a test names what it is about. */
export const newContact = (change: Partial<ContactCreate> = {}): ContactCreate => ({
  contactedOn: '2026-03-04',
  way: 'phone',
  pain24h: 2,
  sideEffects: { asked: 'none' },
  noticedChange: 'not_asked',
  patientGlobalChange: null,
  changes: NO_CHANGES_ASKED,
  nextStep: 'none',
  note: '',
  ...change,
});

/** A call about a sore crown, nothing alarming asked. */
export const newPhoneReport = (
  patientId: string,
  change: Partial<PhoneReportCreate> = {},
): PhoneReportCreate => ({
  patientId,
  words: 'The crown is sore.',
  since: 'yesterday',
  callBackPhone: '+351 912 345 678',
  redFlags: NO_FLAGS_ASKED,
  ...change,
});
