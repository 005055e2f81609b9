import type { DateOrder } from '#domain/patients/birth-date.ts';
import type { NameOrder } from '#domain/patients/person-name.ts';
import type { LetterM } from './cell-words.ts';
import type { ImportField } from './import-fields.ts';

/** How the columns of one file are read; guessed, then confirmed by a person. */
export interface ImportMapping {
  /** The field of each column, by its index; null for columns that are not imported. */
  columns: readonly (ImportField | null)[];
  dateOrder: DateOrder;
  nameOrder: NameOrder;
  /** Who the letter M stands for in the column of sexes (`letterMOf`). */
  letterM: LetterM;
  /** The clinic's country, ISO 3166-1: numbers without a country code are its own. */
  country: string;
  /** The clinic's day, YYYY-MM-DD. */
  today: string;
}
