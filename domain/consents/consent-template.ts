import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, shortText } from '#domain/shared/text.ts';
import { CONSENT_SECTIONS, TEMPLATE_STATUSES } from './consent-enums.ts';

const languageTag = z
  .string('Choose a language.')
  .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Choose a language from the list.'));

const sectionTexts = z.record(z.enum(CONSENT_SECTIONS), z.string());

/**
 * One edition of the clinic's own consent text in one language. Care team and managers read it,
 * reception never: the operation's permission guards that. Source: CLINICAL.md section 5.
 */
export const consentTemplate = z.strictObject({
  id: admin(id),
  version: admin(version),
  name: admin(z.string()),
  language: admin(z.string()),
  /** 1, 2, 3 … of this name and language. */
  edition: admin(z.int()),
  sections: admin(sectionTexts),
  status: admin(z.enum(TEMPLATE_STATUSES)),
  authorId: admin(id),
  approvedBy: admin(z.nullable(id)),
  approvedAt: admin(z.nullable(instant)),
  createdAt: admin(instant),
  updatedAt: admin(instant),
});

/** One edition of a consent text, as a type. */
export type ConsentTemplate = z.infer<typeof consentTemplate>;

const sections = z.record(z.enum(CONSENT_SECTIONS), longText(4000));

/** What is asked of a new text, or of the next edition of one: it begins as a draft. */
export const consentTemplateCreate = z.strictObject({
  name: shortText(120, 'Type a name for the text.'),
  language: languageTag,
  sections,
});

/** A new text, as a type. */
export type ConsentTemplateCreate = z.infer<typeof consentTemplateCreate>;

/** A change to a draft. */
export const consentTemplateUpdate = z.strictObject({ sections });

/** A change to a draft, as a type. */
export type ConsentTemplateUpdate = z.infer<typeof consentTemplateUpdate>;
