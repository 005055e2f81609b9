import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { dateIn, showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Name } from '#src/ui/name.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { displacedQuery } from './availability.queries.ts';
import css from './availability.module.css';

const appointments = (count: number): string =>
  `${count} ${count === 1 ? 'appointment' : 'appointments'}`;

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
      description="They are still booked. Open each on the schedule to move or cancel it; they stay listed here until then."
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <DisplacedList displaced={displaced} />
    </Dialog>
  );
}
