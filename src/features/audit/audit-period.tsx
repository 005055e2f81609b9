import { use, useState } from 'react';
import { addDays, isCalendarDay } from '#domain/shared/calendar-date.ts';
import { showDate } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { FilterChip, MenuChip } from '#src/ui/chip.tsx';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field } from '#src/ui/field.tsx';
import { Popover } from '#src/ui/popover.tsx';
import css from './audit-trail.module.css';

type Period = { from?: string | undefined; to?: string | undefined };

function periodInWords({ from, to }: Period): string {
  if (from !== undefined && from === to) return showDate(from);
  if (from === undefined) return `until ${showDate(to ?? '')}`;
  return to === undefined ? `since ${showDate(from)}` : `${showDate(from)} – ${showDate(to)}`;
}

/** The days the trail is narrowed to, whole days on the clinic's clock. */
export function AuditPeriod({
  from,
  to,
  onChange,
}: Period & { onChange: (period: Period) => void }) {
  if (from !== undefined || to !== undefined)
    return (
      <FilterChip
        onRemove={() => onChange({ from: undefined, to: undefined })}
        removeLabel={`Remove the filter When: ${periodInWords({ from, to })}`}
      >
        When: {periodInWords({ from, to })}
      </FilterChip>
    );
  return (
    <Popover label="When" trigger={(props) => <MenuChip {...props}>When</MenuChip>}>
      {(close) => (
        <PeriodForm
          onPick={(period) => {
            close();
            onChange(period);
          }}
        />
      )}
    </Popover>
  );
}

function PeriodForm({ onPick }: { onPick: (period: Period) => void }) {
  const { today } = use(ClinicDates);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isTried, setTried] = useState(false);
  const wrong = (date: string) =>
    isTried && date !== '' && !isCalendarDay(date)
      ? 'This is not a day in the calendar.'
      : undefined;
  const isBackwards = isCalendarDay(from) && isCalendarDay(to) && from > to;
  return (
    <form
      className={css.period}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const isUsable =
          [from, to].every((date) => date === '' || isCalendarDay(date)) && !isBackwards;
        if (isUsable && (from !== '' || to !== ''))
          onPick({ from: from || undefined, to: to || undefined });
      }}
    >
      <div className={css.presets}>
        <Button size="sm" onClick={() => onPick({ from: today, to: today })}>
          Today
        </Button>
        <Button size="sm" onClick={() => onPick({ from: addDays(today, -6), to: today })}>
          Last 7 days
        </Button>
        <Button size="sm" onClick={() => onPick({ from: addDays(today, -29), to: today })}>
          Last 30 days
        </Button>
      </div>
      <Field label="From" error={wrong(from)}>
        <DateInput value={from} onChange={setFrom} autoFocus />
      </Field>
      <Field
        label="To"
        error={wrong(to) ?? (isTried && isBackwards ? 'This is before the first day.' : undefined)}
      >
        <DateInput value={to} onChange={setTo} />
      </Field>
      <Button type="submit" variant="primary">
        Show these days
      </Button>
    </form>
  );
}
