import { useState } from 'react';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { addDays, isCalendarDay } from '#domain/shared/calendar-date.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field } from '#src/ui/field.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { Popover } from '#src/ui/popover.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { countsOf } from './schedule-counts.ts';
import css from './schedule-head.module.css';
import type { ScheduleSearch } from './schedule-search.ts';

/** Which of the three views is shown. */
export type ScheduleView = 'day' | 'week' | 'agenda';

/** Beside the heading: earlier, today, later, another date, and the figures of what is shown. */
export function ScheduleSteps({
  date,
  today,
  stepDays,
  visits,
  onDate,
  onPrint,
}: {
  date: string;
  today: string;
  stepDays: number;
  visits: readonly ScheduledAppointment[] | undefined;
  onDate: (date: string) => void;
  /** Prints the day sheet; left out where no single day is shown. */
  onPrint?: (() => void) | undefined;
}) {
  const unit = stepDays === 7 ? 'week' : 'day';
  usePageKey('k', () => onDate(addDays(date, -stepDays)));
  usePageKey('j', () => onDate(addDays(date, stepDays)));
  usePageKey('t', () => onDate(today));
  return (
    <span className={css.steps}>
      <span className={css.buttons} data-print="hide">
        <IconButton
          icon="chevron-left"
          label={`Earlier ${unit}`}
          shortcut="K"
          onClick={() => onDate(addDays(date, -stepDays))}
        />
        <Button size="sm" onClick={() => onDate(today)} aria-keyshortcuts="t">
          Today
        </Button>
        <IconButton
          icon="chevron-right"
          label={`Later ${unit}`}
          shortcut="J"
          onClick={() => onDate(addDays(date, stepDays))}
        />
        <Popover
          label="Go to a date"
          trigger={(props) => <IconButton icon="calendar" label="Go to a date" {...props} />}
        >
          {(close) => (
            <DateJump
              onGo={(day) => {
                close();
                onDate(day);
              }}
            />
          )}
        </Popover>
        {onPrint && (
          <IconButton icon="print" label="Print day sheet" shortcut="P" onClick={onPrint} />
        )}
      </span>
      {visits && <Counts visits={visits} />}
    </span>
  );
}

function DateJump({ onGo }: { onGo: (date: string) => void }) {
  const [date, setDate] = useState('');
  const isDay = isCalendarDay(date);
  return (
    <form
      className={css.jump}
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay) onGo(date);
      }}
    >
      <Field label="Date" error={date === '' || isDay ? undefined : 'This is no day yet.'}>
        <DateInput value={date} onChange={setDate} autoFocus />
      </Field>
      <Button type="submit" variant="primary">
        Go
      </Button>
    </form>
  );
}

function Counts({ visits }: { visits: readonly ScheduledAppointment[] }) {
  return (
    <span className={css.counts} role="status" data-print="hide">
      {countsOf(visits).map(({ count, label, isUrgent }) => (
        <span key={label} data-wide={isUrgent ? undefined : ''}>
          <b>{count}</b> {label}
        </span>
      ))}
    </span>
  );
}

/** At the end of the heading: whose columns, and how much time. */
export function ScheduleSwitches({
  search,
  view,
  who,
  practitioners,
  onSearch,
}: {
  search: ScheduleSearch;
  view: ScheduleView;
  who: string | undefined;
  practitioners: Schedule['practitioners'] | undefined;
  onSearch: (change: ScheduleSearch) => void;
}) {
  return (
    <>
      {view === 'day' && (
        <span className={css.wide}>
          <Segmented
            label="Columns"
            value={search.by ?? 'practitioners'}
            options={[
              { value: 'practitioners', label: 'Practitioners' },
              { value: 'rooms', label: 'Rooms' },
            ]}
            onChange={(by) => onSearch({ by })}
          />
        </span>
      )}
      {view === 'week' && practitioners && practitioners.length > 0 && (
        <span className={css.who}>
          <SelectInput
            aria-label="Whose week"
            value={who}
            options={practitioners
              .filter(({ isActive, id }) => isActive || id === who)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => onSearch({ who: next ?? undefined })}
          />
        </span>
      )}
      <Segmented
        label="View"
        value={view}
        options={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week' },
          { value: 'agenda', label: 'Agenda' },
        ]}
        onChange={(next) => onSearch({ view: next })}
      />
    </>
  );
}
