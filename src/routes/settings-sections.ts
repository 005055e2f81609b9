import type { Action } from '#domain/staff/permissions.ts';

/** A page of the settings, and what it takes to see it. */
type SettingsSection = { to: string; label: string; action: Action };

/** The pages of the settings in their order. A new one needs a line here and its route. */
export const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  { to: '/settings', label: 'Clinic', action: 'clinic.write' },
  { to: '/settings/hours', label: 'Hours and rooms', action: 'clinic.write' },
  { to: '/settings/staff-hours', label: 'Working hours', action: 'availability.read' },
  { to: '/settings/closures', label: 'Closures', action: 'availability.read' },
  { to: '/settings/appointment-types', label: 'Appointment types', action: 'availability.read' },
  { to: '/settings/protocols', label: 'Protocols', action: 'protocols.read' },
  { to: '/settings/screening', label: 'Screening levels', action: 'screening-levels.read' },
  { to: '/settings/consents', label: 'Consent texts', action: 'consent-templates.read' },
];
