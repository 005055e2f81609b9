import { AppointmentTypes } from '#src/features/availability/appointment-types.tsx';
import { Closures } from '#src/features/availability/closures.tsx';
import { WorkingHours } from '#src/features/availability/working-hours.tsx';
import { ClinicSettings } from '#src/features/settings/clinic-settings.tsx';
import { useMay, useMe } from '#src/lib/me.ts';

/** The clinic's name, place and desk rules, for its managers. */
export function ClinicScreen() {
  return <ClinicSettings part="clinic" mayWrite={useMay('clinic.write')} />;
}

/** The clinic's opening hours and rooms, for its managers. */
export function HoursScreen() {
  return <ClinicSettings part="hours" mayWrite={useMay('clinic.write')} />;
}

/** When each practitioner works and is away: managers change anyone's, practitioners their own. */
export function StaffHoursScreen() {
  const { staff } = useMe();
  const mayChangeAll = useMay('availability.write');
  const mayChangeOwn = useMay('hours.write');
  return (
    <WorkingHours
      mayChange={(practitionerId) => mayChangeAll || (mayChangeOwn && practitionerId === staff.id)}
    />
  );
}

/** The days on which the clinic is closed. */
export function ClosuresScreen() {
  return <Closures mayWrite={useMay('availability.write')} />;
}

/** What can be booked. */
export function AppointmentTypesScreen() {
  return <AppointmentTypes mayWrite={useMay('availability.write')} />;
}
