import { createContext } from 'react';
import type { DateOrder } from './typed-date.ts';

/** The clinic's order of day, month and year, and its today; set once around the app. */
export const ClinicDates = createContext<{ order: DateOrder; today: string }>({
  order: 'dmy',
  today: new Intl.DateTimeFormat('en-CA').format(new Date()),
});
