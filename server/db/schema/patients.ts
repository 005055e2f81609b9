import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ContactPreference, SexAtBirth } from '#domain/patients/patient.ts';
import { recordColumns } from './columns.ts';

/** The clinic's patients: what the desk needs to find and reach them. */
export const patients = pgTable(
  'patients',
  {
    ...recordColumns,
    clinicNumber: text('clinic_number').notNull(),
    familyName: text('family_name').notNull(),
    givenName: text('given_name').notNull(),
    birthDate: date('birth_date', { mode: 'string' }),
    sexAtBirth: text('sex_at_birth').$type<SexAtBirth>().notNull(),
    phone: text('phone'),
    email: text('email'),
    contactPreference: text('contact_preference').$type<ContactPreference>().notNull(),
    language: text('language'),
    referralSource: text('referral_source'),
    notes: text('notes').notNull(),
    isArchived: boolean('is_archived').notNull().default(false),
    /** The names without case or accents, a space before each word: what the one search box reads. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs(sql`fold_name(' ' || given_name || ' ' || family_name)`),
    /** The digits of the phone, last first, so that a tail is a prefix. */
    phoneReversed: text('phone_reversed').generatedAlwaysAs(
      sql`reverse(regexp_replace(phone, '[^0-9]', '', 'g'))`,
    ),
    /** Names, birth date and phone for comparing: see personKey. */
    identity: text('identity').notNull(),
  },
  (table) => [
    uniqueIndex('patients_clinic_number').on(table.clinicNumber),
    // A-7 and a-7 are one number, as an import compares them: see clinicNumberKey.
    uniqueIndex('patients_number_key').on(
      sql`(upper(normalize(clinic_number, NFKC) COLLATE "und-x-icu"))`,
    ),
    index('patients_identity').on(table.identity),
    index('patients_name').on(
      sql`family_name COLLATE "und-x-icu"`,
      sql`given_name COLLATE "und-x-icu"`,
      table.id,
    ),
    index('patients_search').using('gin', sql`search_text gin_trgm_ops`),
    // The words of a name, whole: whoever has a word that a typing error was taken for.
    index('patients_words').using('gin', sql`string_to_array(btrim(search_text), ' ')`),
    index('patients_phone_tail').on(sql`phone_reversed text_pattern_ops`),
    index('patients_birth_date').on(table.birthDate),
    index('patients_birth_order').on(sql`coalesce(birth_date, '0001-01-01'::date)`, table.id),
    index('patients_next_number')
      .on(sql`(clinic_number::int) DESC`)
      .where(sql`clinic_number ~ '^[1-9][0-9]{0,8}$'`),
    index('patients_number').on(sql`clinic_number text_pattern_ops`, table.id),
    index('patients_created').on(table.createdAt, table.id),
    index('patients_email').on(sql`lower(email)`),
  ],
);

/**
 * Every word of a patient's name, once, kept by a trigger. A typing error is looked up here, among
 * thousands of words, and not among everyone. Words of nobody any more do no harm.
 */
export const nameWords = pgTable('name_words', { word: text('word').primaryKey() }, (table) => [
  index('name_words_alike').using('gin', sql`${table.word} gin_trgm_ops`),
]);
