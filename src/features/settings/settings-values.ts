import * as z from 'zod/mini';
import { type Clinic, clinicUpdate, WEEKDAYS } from '#domain/clinic/clinic.ts';
import { countryName } from '#src/ui/clinic/countries.ts';
import { spansInWords, weekdayName } from '#src/ui/clinic/hours-input.tsx';
import { timeZoneName } from '#src/ui/clinic/time-zones.ts';
import type { EditedField } from '#src/ui/clinic/use-versioned-edit.tsx';

/** The form of the clinic's settings: every one of them. */
export const settingsForm = z.required(clinicUpdate);

/** The settings, as typed. */
export type SettingsValues = z.input<typeof settingsForm>;

/** The settings in their order, with what they are called and how each is said. */
export const SETTINGS: readonly EditedField<SettingsValues>[] = [
  { key: 'name', label: 'Name of the clinic', inWords: ({ name }) => name },
  { key: 'country', label: 'Country', inWords: ({ country }) => countryName(country) },
  { key: 'timeZone', label: 'Time zone', inWords: ({ timeZone }) => timeZoneName(timeZone) },
  {
    key: 'hours',
    label: 'Opening hours',
    inWords: ({ hours }) =>
      WEEKDAYS.map((day) => `${weekdayName(day).slice(0, 3)} ${spansInWords(hours[day])}`).join(
        '; ',
      ),
  },
  {
    key: 'rooms',
    label: 'Rooms',
    inWords: ({ rooms }) => rooms.map((room) => room.name).join(', '),
  },
  {
    key: 'idleLockMinutes',
    label: 'Lock an idle desk after',
    inWords: ({ idleLockMinutes }) => `${idleLockMinutes} min`,
  },
  {
    key: 'emergencyText',
    label: 'Emergency text',
    inWords: ({ emergencyText }) => emergencyText,
  },
  {
    key: 'notesFewPrincipals',
    label: 'Note a recipe with fewer than two principal ingredients',
    inWords: ({ notesFewPrincipals }) => (notesFewPrincipals ? 'yes' : 'no'),
  },
];

/** The settings of a clinic, as the form holds them. */
export const settingsOf = (clinic: Clinic): SettingsValues => ({
  name: clinic.name,
  country: clinic.country,
  timeZone: clinic.timeZone,
  hours: clinic.hours,
  rooms: clinic.rooms,
  idleLockMinutes: clinic.idleLockMinutes,
  emergencyText: clinic.emergencyText,
  notesFewPrincipals: clinic.notesFewPrincipals,
});
