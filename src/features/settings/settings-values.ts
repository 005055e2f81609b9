import * as z from 'zod/mini';
import { type Clinic, clinicUpdate, WEEKDAYS } from '#domain/clinic/clinic.ts';
import { countryName } from '#src/ui/clinic/countries.ts';
import { spansInWords, weekdayName } from '#src/ui/clinic/hours-input.tsx';
import { timeZoneName } from '#src/ui/clinic/time-zones.ts';

/** The form of the clinic's settings: every one of them. */
export const settingsForm = z.required(clinicUpdate);

/** The settings, as typed. */
export type SettingsValues = z.input<typeof settingsForm>;

/** The settings in their order, with what they are called. */
export const SETTINGS: readonly { key: keyof SettingsValues; label: string }[] = [
  { key: 'name', label: 'Name of the clinic' },
  { key: 'country', label: 'Country' },
  { key: 'timeZone', label: 'Time zone' },
  { key: 'hours', label: 'Opening hours' },
  { key: 'rooms', label: 'Rooms' },
  { key: 'idleLockMinutes', label: 'Lock an idle desk after' },
];

/** The settings of a clinic, as the form holds them. */
export const settingsOf = (clinic: Clinic): SettingsValues => ({
  name: clinic.name,
  country: clinic.country,
  timeZone: clinic.timeZone,
  hours: clinic.hours,
  rooms: clinic.rooms,
  idleLockMinutes: clinic.idleLockMinutes,
});

/** Whether a setting is the same on both sides. */
export const isSameSetting = (
  key: keyof SettingsValues,
  one: SettingsValues,
  other: SettingsValues,
): boolean => JSON.stringify(one[key]) === JSON.stringify(other[key]);

/** Only the settings that differ from what was read. */
export const settingsChange = (
  before: SettingsValues,
  after: SettingsValues,
): Partial<SettingsValues> =>
  Object.fromEntries(
    SETTINGS.flatMap(({ key }) => (isSameSetting(key, before, after) ? [] : [[key, after[key]]])),
  );

const IN_WORDS: Record<keyof SettingsValues, (values: SettingsValues) => string> = {
  name: ({ name }) => name,
  country: ({ country }) => countryName(country),
  timeZone: ({ timeZone }) => timeZoneName(timeZone),
  hours: ({ hours }) =>
    WEEKDAYS.map((day) => `${weekdayName(day).slice(0, 3)} ${spansInWords(hours[day])}`).join('; '),
  rooms: ({ rooms }) => rooms.map((room) => room.name).join(', '),
  idleLockMinutes: ({ idleLockMinutes }) => `${idleLockMinutes} min`,
};

/** A setting in words, for two versions beside each other. */
export const settingInWords = (values: SettingsValues, key: keyof SettingsValues): string =>
  IN_WORDS[key](values);
