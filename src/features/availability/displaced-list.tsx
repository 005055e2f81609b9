import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MOST_AT_ONCE } from '#domain/appointments/appointment.ts';
import type {
  DisplacedAppointment as Displaced,
  DisplacedAppointments,
} from '#domain/availability/displaced-appointment.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { dateIn, showMoment } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Name } from '#src/ui/name.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useParkDisplaced } from './availability.mutations.ts';
import { displacedQuery } from './availability.queries.ts';
import css from './availability.module.css';

const appointments = (count: number): string =>
  `${count} ${count === 1 ? 'appointment' : 'appointments'}`;

/** Parks all that are named here, for those who book; reception places them from the waiting list. */
function ParkAll({ items, onParked }: { items: readonly Displaced[]; onParked?: () => void }) {
  const mayWrite = useMay('appointments.write');
  const park = useParkDisplaced();
  const few = items.slice(0, MOST_AT_ONCE);
  if (!mayWrite || few.length === 0) return null;
  return (
    <Button
      icon="hourglass"
      loading={park.isPending}
      onClick={() =>
        park.mutate(few, {
          onSuccess: () => {
            showToast({ text: `${appointments(few.length)} parked on the waiting list` });
            onParked?.();
          },
          onError: (error) => {
            const { title, text } = describeError(error);
            showToast({ text: `Nothing was parked. ${text ?? title}` });
          },
        })
      }
    >
      Park {few.length === 1 ? 'it' : `all ${few.length}`} until placed
    </Button>
  );
}

function DisplacedList({ displaced }: { displaced: DisplacedAppointments }) {
  const { timeZone } = useClinic();
  const { count, items } = displaced;
  return (
    <>
      <ul className={css.displaced}>
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to="/today"
              search={{ date: dateIn(timeZone, item.startsAt), open: item.id }}
              className={css.when}
            >
              {showMoment(timeZone, item.startsAt)}
            </Link>
            <Name>{fullName(item.patient)}</Name>
            <span>
              {item.typeName} with <Name>{item.practitionerName}</Name>
            </span>
            {item.patient.phone !== null && (
              <a href={`tel:${item.patient.phone}`} data-private="">
                {item.patient.phone}
              </a>
            )}
            <span className={css.why}>{item.why}</span>
          </li>
        ))}
      </ul>
      {count > items.length && (
        <p className="muted">And {count - items.length} more after these.</p>
      )}
    </>
  );
}

/** Booked appointments that the hours, closures and time off no longer allow; nothing when all fit. */
export function DisplacedNotice() {
  const { data } = useQuery(displacedQuery());
  if (!data || data.count === 0) return null;
  return (
    <Notice
      tone="review"
      title={`${appointments(data.count)} to be moved: outside the hours as they now are`}
    >
      <DisplacedList displaced={data} />
      <ParkAll items={data.items} />
    </Notice>
  );
}

/** What a change that was saved displaced: whom reception calls to move them. */
export function DisplacedDialog({
  displaced,
  onClose,
}: {
  displaced: DisplacedAppointments;
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={`Saved. ${appointments(displaced.count)} to be moved`}
      description="They are still booked. Open each on the schedule to move or cancel it, or park them on the waiting list until a time is found; they stay listed here until then."
      footer={
        <>
          <ParkAll items={displaced.items} onParked={onClose} />
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <DisplacedList displaced={displaced} />
    </Dialog>
  );
}
