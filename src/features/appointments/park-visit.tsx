import { isParkable } from '#domain/appointments/appointment-flow.ts';
import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { tellFreed } from '#src/ui/clinic/waiting-desk.ts';
import { named } from '#src/ui/named.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useParkVisit } from './appointments.mutations.ts';
import { sayRefusal, useUndoStep } from './use-visit-changes.ts';

/**
 * Takes an appointment off its slot with all it has, until a new time is found. Nothing where it has
 * begun, or for those who do not book.
 */
export function ParkVisit({
  visit,
  onParked,
}: {
  visit: ScheduledAppointment;
  onParked: () => void;
}) {
  const mayWrite = useMay('appointments.write');
  const park = useParkVisit();
  const undo = useUndoStep();
  if (!mayWrite || !isParkable(visit.status)) return null;
  return (
    <Button
      variant="quiet"
      icon="hourglass"
      loading={park.isPending}
      onClick={() =>
        park.mutate(visit, {
          onSuccess: ([saved]) => {
            showToast({
              text: `${named(fullName(visit.patient))} is parked on the waiting list`,
              ...(saved && { undo: () => undo(saved) }),
            });
            tellFreed(visit);
            onParked();
          },
          onError: sayRefusal,
        })
      }
    >
      Park without a new time
    </Button>
  );
}
