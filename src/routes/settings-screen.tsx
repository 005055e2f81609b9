import { ClinicSettings } from '#src/features/settings/clinic-settings.tsx';
import { useMay } from '#src/lib/me.ts';

/** The clinic's settings, for its managers. */
export function SettingsScreen() {
  return <ClinicSettings mayWrite={useMay('clinic.write')} />;
}
