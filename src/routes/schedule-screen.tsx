import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { SchedulePage } from '#src/features/appointments/schedule-page.tsx';
import { DisplacedNotice } from '#src/features/availability/displaced-list.tsx';
import { QuickPatient } from '#src/features/patients/quick-patient.tsx';
import { ParkedTray } from '#src/features/waiting-list/parked-tray.tsx';
import { useMay } from '#src/lib/me.ts';
import { TodaysCalls } from './follow-up-parts.tsx';
import { HandOver } from './hand-over.tsx';
import { OpenTo } from './open-to.tsx';

const route = getRouteApi('/app/today');

/** The schedule, with its address as its state. */
export function ScheduleScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayHandOver = useMay('intake.write');
  const mayRegister = useMay('patients.write');
  return (
    <OpenTo action="appointments.read" title="Schedule" text="The clinic’s staff see the schedule.">
      <SchedulePage
        search={search}
        onSearch={(change) =>
          void navigate({
            from: '/today',
            to: '/today',
            search: (before) => ({ ...before, ...change }),
            // What is open beside the grid is no place of its own to go back to.
            replace: 'open' in change && !('date' in change),
          })
        }
        toCall={
          <>
            <DisplacedNotice />
            <TodaysCalls />
            <ParkedTray
              all={
                <Link to="/waiting-list" search={{ view: 'parked' }}>
                  All parked
                </Link>
              }
            />
          </>
        }
        renderArrival={
          mayHandOver
            ? ({ id, patientId }) => <HandOver patientId={patientId} appointmentId={id} />
            : undefined
        }
        newPatient={mayRegister ? (part) => <QuickPatient {...part} /> : undefined}
      />
    </OpenTo>
  );
}
