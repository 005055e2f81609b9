import { useState } from 'react';
import { PROPOSAL_NOTE_LABELS, type Proposal } from '#domain/appointments/course-booking.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { conflictWords, type SlotConflict } from '#domain/appointments/slot-conflict.ts';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import { clinicClock } from '#domain/shared/clinic-time.ts';
import { dateIn, timeIn, todayIn } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field } from '#src/ui/field.tsx';
import { Status } from '#src/ui/status.tsx';
import { TimeInput } from '#src/ui/time-input.tsx';
import { typedMoment } from './booking-values.ts';
import css from './proposal-rows.module.css';
import { placeNames, shortDay } from './visit-words.ts';

type Lists = Pick<Schedule, 'timeZone' | 'practitioners' | 'rooms'>;

/** A date for each session, with what needs an eye; any of them can be changed. */
export function ProposalRows({
  rows,
  lists,
  firstNumber,
  conflicts,
  onFix,
}: {
  rows: readonly Proposal[];
  lists: Lists;
  /** The session of its course that the first row is. */
  firstNumber: number;
  /** What stood in the way when it was last tried to book. */
  conflicts: readonly SlotConflict[];
  /** A moment chosen by hand, or null to let it be proposed again. */
  onFix: (index: number, startsAt: string | null) => void;
}) {
  const [changing, setChanging] = useState<number | null>(null);
  return (
    <ol className={css.rows} aria-label="Proposed dates">
      {rows.map((row) => (
        <li key={row.index} className={css.row}>
          <span className={css.number}>Session {firstNumber + row.index}</span>
          {changing === row.index ? (
            <ChangeDate
              row={row}
              timeZone={lists.timeZone}
              onCancel={() => setChanging(null)}
              onDone={(startsAt) => {
                setChanging(null);
                onFix(row.index, startsAt);
              }}
            />
          ) : (
            <>
              <When row={row} lists={lists} />
              <span className={css.buttons}>
                {row.isFixed && (
                  <Button size="sm" variant="quiet" onClick={() => onFix(row.index, null)}>
                    Propose again
                  </Button>
                )}
                <Button
                  size="sm"
                  aria-label={`Change session ${firstNumber + row.index}`}
                  onClick={() => setChanging(row.index)}
                >
                  Change
                </Button>
              </span>
            </>
          )}
          <Notes
            row={row}
            lists={lists}
            conflicts={conflicts.filter(({ index }) => index === row.index)}
          />
        </li>
      ))}
    </ol>
  );
}

function When({ row, lists }: { row: Proposal; lists: Lists }) {
  const { timeZone } = lists;
  if (row.startsAt === null) return <span className={css.when}>No date yet</span>;
  const { practitioner, room } = placeNames(row, lists);
  const day = shortDay(dateIn(timeZone, row.startsAt), todayIn(timeZone));
  return (
    <span className={css.when}>
      <b>
        {day}, {timeIn(timeZone, row.startsAt)}
      </b>
      <span className={css.with}>
        {practitioner}
        {room !== null && `, ${room}`}
        {row.intervalDays !== null && ` · after ${row.intervalDays} days`}
      </span>
    </span>
  );
}

function Notes({
  row,
  lists,
  conflicts,
}: {
  row: Proposal;
  lists: Lists;
  conflicts: readonly SlotConflict[];
}) {
  const clock = clinicClock(lists.timeZone);
  const askedOn = row.startsAt === null ? '' : clock.wallTimeOf(row.startsAt).date;
  const refused =
    conflicts.length > 0
      ? conflictWords({ conflicts: [...conflicts], nextFree: null }, clock, askedOn)
      : null;
  if (row.notes.length === 0 && refused === null) return null;
  return (
    <span className={css.notes}>
      {refused !== null && <Status tone="stop">{refused}</Status>}
      {row.notes.map((note) => (
        <Status key={note} tone={note === 'outside_interval' ? 'review' : 'stop'}>
          {note === 'taken' && row.detail !== null ? row.detail : PROPOSAL_NOTE_LABELS[note]}
        </Status>
      ))}
    </span>
  );
}

function ChangeDate({
  row,
  timeZone,
  onDone,
  onCancel,
}: {
  row: Proposal;
  timeZone: string;
  onDone: (startsAt: string) => void;
  onCancel: () => void;
}) {
  const now = row.startsAt === null ? { date: '', time: '' } : typedMoment(row.startsAt, timeZone);
  const [date, setDate] = useState(now.date);
  const [time, setTime] = useState(now.time);
  const isWhole = isCalendarDay(date) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  return (
    <form
      className={css.change}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (isWhole) onDone(clinicClock(timeZone).instantAt(date, time));
      }}
    >
      <Field
        label="Date"
        error={date !== '' && !isCalendarDay(date) ? 'This is no day yet.' : undefined}
      >
        <DateInput value={date} onChange={setDate} autoFocus />
      </Field>
      <Field label="Time">
        <TimeInput value={time} onChange={setTime} />
      </Field>
      <Button type="submit" size="sm" disabled={!isWhole}>
        Take it
      </Button>
      <Button size="sm" variant="quiet" onClick={onCancel}>
        Leave it
      </Button>
    </form>
  );
}
