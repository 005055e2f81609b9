import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import { weeklyHoursOn } from '#domain/availability/open-spans.ts';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import type { StaffHours } from '#domain/availability/staff-hours.ts';
import type { TimeOff } from '#domain/availability/time-off.ts';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { practitionersQuery, staffHoursQuery, timeOffQuery } from './availability.queries.ts';
import css from './availability.module.css';
import { DisplacedDialog, DisplacedNotice } from './displaced-list.tsx';
import { HoursDialog } from './hours-dialog.tsx';
import { PractitionerHours } from './practitioner-hours.tsx';
import { TimeOffDialog } from './time-off-dialog.tsx';

/** A practitioner, as this page knows them. */
export type Person = { id: string; name: string };

/** What is being entered or changed, and whose. */
export type Opened =
  | { kind: 'hours'; person: Person; hours: StaffHours | null; isFirst: boolean }
  | { kind: 'time-off'; person: Person; timeOff: TimeOff | null };

/** When each practitioner works and is away. */
export function WorkingHours({
  mayChange,
}: {
  /** Whether this person may change that practitioner's hours. */
  mayChange: (practitionerId: string) => boolean;
}) {
  const { today } = use(ClinicDates);
  const people = useQuery(practitionersQuery());
  const hours = useQuery(staffHoursQuery());
  const timeOff = useQuery(timeOffQuery(today));
  const [opened, setOpened] = useState<Opened | null>(null);
  const [displaced, setDisplaced] = useState<DisplacedAppointments | null>(null);
  const close = () => setOpened(null);
  const tell = (saved: DisplacedAppointments | undefined): void => {
    close();
    setDisplaced(saved && saved.count > 0 ? saved : null);
  };
  return (
    <PageFrame
      title="Working hours"
      below={
        <p className="muted">
          Bookings fit within these hours, the clinic’s own, and around time off and closures.
        </p>
      }
    >
      <DisplacedNotice />
      <QueryBoundary
        query={people}
        loading={<LoadingState rows={6} />}
        errorTitle="The practitioners did not load"
      >
        {(practitioners) =>
          practitioners.length === 0 ? (
            <EmptyState
              icon="person"
              title="No practitioners yet"
              text="Whoever treats patients is invited on the page of the staff."
            />
          ) : (
            <QueryBoundary
              query={hours}
              loading={<LoadingState rows={6} />}
              errorTitle="The working hours did not load"
            >
              {(all) => (
                <QueryBoundary
                  query={timeOff}
                  loading={<LoadingState rows={6} />}
                  errorTitle="The time off did not load"
                >
                  {(away) => (
                    <ul className={css.people}>
                      {practitioners.map((person) => {
                        const own = all.filter((one) => one.practitionerId === person.id);
                        return (
                          <li key={person.id}>
                            <PractitionerHours
                              person={person}
                              hours={own}
                              current={weeklyHoursOn(today, own)}
                              timeOff={away.filter((one) => one.practitionerId === person.id)}
                              onOpen={mayChange(person.id) ? setOpened : undefined}
                            />
                          </li>
                        );
                      })}
                    </ul>
                  )}
                </QueryBoundary>
              )}
            </QueryBoundary>
          )
        }
      </QueryBoundary>
      {opened?.kind === 'hours' && <HoursDialog {...opened} onClose={close} onSaved={tell} />}
      {opened?.kind === 'time-off' && <TimeOffDialog {...opened} onClose={close} onSaved={tell} />}
      {displaced && <DisplacedDialog displaced={displaced} onClose={() => setDisplaced(null)} />}
    </PageFrame>
  );
}
