import { use } from 'react';
import type { StaffHours } from '#domain/availability/staff-hours.ts';
import type { TimeOff } from '#domain/availability/time-off.ts';
import { WEEKDAYS } from '#domain/clinic/clinic.ts';
import { showDate } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { spansInWords, weekdayName } from '#src/ui/clinic/hours-input.tsx';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { Status } from '#src/ui/status.tsx';
import { useCreateTimeOff, useRemoveHours, useRemoveTimeOff } from './availability.mutations.ts';
import css from './availability.module.css';
import { timeOffInWords } from './time-off-values.ts';
import type { Opened, Person } from './working-hours.tsx';

/** One practitioner's weekly hours, those now and those to come, and their time off. */
export function PractitionerHours({
  person,
  hours,
  current,
  timeOff,
  onOpen,
}: {
  person: Person;
  hours: readonly StaffHours[];
  /** Those that hold today; none works when the clinic is open. */
  current: StaffHours | undefined;
  timeOff: readonly TimeOff[];
  /** Undefined when the person may not change them. */
  onOpen: ((opened: Opened) => void) | undefined;
}) {
  const { today } = use(ClinicDates);
  const toCome = hours.filter(({ validFrom }) => validFrom !== null && validFrom > today);
  const open = (of: StaffHours | null) =>
    onOpen && (() => onOpen({ kind: 'hours', person, hours: of, isFirst: hours.length === 0 }));
  return (
    <Section
      title={person.name}
      actions={
        onOpen && (
          <>
            {current && (
              <Button size="sm" icon="edit" onClick={open(current)}>
                Change<span className="visually-hidden"> the hours of {person.name}</span>
              </Button>
            )}
            <Button size="sm" icon="plus" onClick={open(null)}>
              {hours.length === 0 ? 'Set hours' : 'New hours from a day'}
              <span className="visually-hidden"> for {person.name}</span>
            </Button>
            <Button
              size="sm"
              icon="plus"
              onClick={() => onOpen({ kind: 'time-off', person, timeOff: null })}
            >
              Time off<span className="visually-hidden"> for {person.name}</span>
            </Button>
          </>
        )
      }
    >
      {current ? (
        <>
          {current.validFrom !== null && (
            <p className="muted">From {showDate(current.validFrom)}</p>
          )}
          <WeekInWords hours={current} />
        </>
      ) : (
        <p className="muted">Whenever the clinic is open.</p>
      )}
      {toCome.map((one) => (
        <PeriodToCome key={one.id} hours={one} person={person} onChange={open(one)} />
      ))}
      {timeOff.length > 0 && (
        <ul className={css.lines} aria-label={`Time off of ${person.name}`}>
          {timeOff.map((one) => (
            <TimeOffLine
              key={one.id}
              timeOff={one}
              onChange={onOpen && (() => onOpen({ kind: 'time-off', person, timeOff: one }))}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function PeriodToCome({
  hours,
  person,
  onChange,
}: {
  hours: StaffHours;
  person: Person;
  onChange: (() => void) | undefined;
}) {
  const remove = useRemoveHours();
  const since = hours.validFrom === null ? '' : showDate(hours.validFrom);
  const name = `the hours of ${person.name} from ${since}`;
  const takeOut = () =>
    remove.mutate(hours, {
      onSuccess: () => showToast({ text: 'The hours are taken out' }),
      onError: (error) => showToast({ text: `Not taken out. ${describeError(error).title}` }),
    });
  return (
    <div className={css.period}>
      <div className={css.periodHead}>
        <Status tone="accent" icon="calendar">
          From {since}
        </Status>
        {onChange && (
          <>
            <IconButton icon="edit" size="sm" label={`Change ${name}`} onClick={onChange} />
            <IconButton icon="trash" size="sm" label={`Take ${name} out`} onClick={takeOut} />
          </>
        )}
      </div>
      <WeekInWords hours={hours} />
    </div>
  );
}

function WeekInWords({ hours: { hours } }: { hours: StaffHours }) {
  if (hours === null) return <p>Whenever the clinic is open.</p>;
  return (
    <dl className={css.week}>
      {WEEKDAYS.map((day) => (
        <div key={day} className={css.weekday}>
          <dt>{weekdayName(day)}</dt>
          <dd>{hours[day].length === 0 ? 'Off' : spansInWords(hours[day])}</dd>
        </div>
      ))}
    </dl>
  );
}

function TimeOffLine({
  timeOff,
  onChange,
}: {
  timeOff: TimeOff;
  onChange: (() => void) | undefined;
}) {
  const { timeZone } = useClinic();
  const { today } = use(ClinicDates);
  const remove = useRemoveTimeOff();
  const create = useCreateTimeOff();
  const words = timeOffInWords(timeOff, timeZone, today);
  const { practitionerId, startsAt, endsAt, reason = null } = timeOff;
  const takeOut = () =>
    remove.mutate(timeOff, {
      onSuccess: () =>
        showToast({
          text: 'The time off is taken out',
          undo: () =>
            create.mutate({
              values: { practitionerId, startsAt, endsAt, reason },
              key: `again-${timeOff.id}`,
            }),
        }),
      onError: (error) => showToast({ text: `Not taken out. ${describeError(error).title}` }),
    });
  return (
    <li className={css.line}>
      <span className={css.lineWords}>
        <span>Away {words}</span>
        {timeOff.reason && <span className="muted">{timeOff.reason}</span>}
      </span>
      {onChange && (
        <span className={css.lineEnd}>
          <IconButton icon="edit" size="sm" label={`Change time off ${words}`} onClick={onChange} />
          <IconButton
            icon="trash"
            size="sm"
            label={`Take out time off ${words}`}
            onClick={takeOut}
          />
        </span>
      )}
    </li>
  );
}
