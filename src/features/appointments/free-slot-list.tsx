import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  PART_OF_DAY_LABELS,
  PARTS_OF_DAY,
  type PartOfDay,
} from '#domain/appointments/appointment-enums.ts';
import type { FreeSlot } from '#domain/appointments/free-slots.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import { dateIn, timeIn, todayIn } from '#src/lib/dates.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field, FieldRow } from '#src/ui/field.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { describeError, LoadingState } from '#src/ui/states.tsx';
import { freeSlotsOf } from './appointments.queries.ts';
import css from './free-slot-list.module.css';
import { placeNames, shortDay } from './visit-words.ts';

const PART_OPTIONS = PARTS_OF_DAY.map((value) => ({ value, label: PART_OF_DAY_LABELS[value] }));
const SHOWN = '6';

/** What is asked for; what is left out may be anything. */
export type WantedVisit = {
  typeId: string;
  practitionerId?: string | undefined;
  patientId?: string | undefined;
  minutes?: number | undefined;
};

/** The first free times for what is asked; one press takes one. */
export function FreeSlotList({
  wanted,
  startFrom,
  lists,
  chosen,
  onPick,
}: {
  /** Null until it is known what the time is for. */
  wanted: WantedVisit | null;
  /** The clinic date to look from at first. */
  startFrom: string;
  lists: Pick<Schedule, 'practitioners' | 'rooms' | 'timeZone'>;
  /** What the form holds now. */
  chosen: { startsAt: string | null; practitionerId: string };
  onPick: (slot: FreeSlot) => void;
}) {
  const [typedFrom, setTypedFrom] = useState<string | null>(null);
  const [part, setPart] = useState<PartOfDay>('any');
  const today = todayIn(lists.timeZone);
  const asked = typedFrom ?? startFrom;
  const from = isCalendarDay(asked) && asked > today ? asked : today;
  const { typeId = '', minutes, practitionerId, patientId } = wanted ?? {};
  const query = useQuery({
    ...freeSlotsOf({
      typeId,
      from,
      part,
      limit: SHOWN,
      ...(minutes !== undefined && { durationMinutes: String(minutes) }),
      ...(practitionerId !== undefined && { practitionerId }),
      ...(patientId !== undefined && { patientId }),
    }),
    enabled: wanted !== null,
  });
  return (
    <section className={css.panel} aria-label="First free times">
      <h3>First free</h3>
      <FieldRow>
        <Field label="From">
          <DateInput value={asked} onChange={setTypedFrom} />
        </Field>
        <Field label="Part of the day">
          <SelectInput
            value={part}
            options={PART_OPTIONS}
            onChange={(next) => setPart(next ?? 'any')}
          />
        </Field>
      </FieldRow>
      {wanted === null ? (
        <p className={css.none}>Choose what it is for, and the first free times stand here.</p>
      ) : query.data ? (
        <Slots slots={query.data.items} lists={lists} chosen={chosen} onPick={onPick} />
      ) : query.error ? (
        <p className={css.none} role="alert">
          {describeError(query.error).title}. You can still type a date and time.
        </p>
      ) : (
        <LoadingState kind="text" rows={4} label="Free times are looked for" />
      )}
    </section>
  );
}

function Slots({
  slots,
  lists,
  chosen,
  onPick,
}: {
  slots: readonly FreeSlot[];
  lists: Pick<Schedule, 'practitioners' | 'rooms' | 'timeZone'>;
  chosen: { startsAt: string | null; practitionerId: string };
  onPick: (slot: FreeSlot) => void;
}) {
  const today = todayIn(lists.timeZone);
  if (slots.length === 0)
    return (
      <p className={css.none}>
        Nothing is free within four months. Try another part of the day, or anyone.
      </p>
    );
  return (
    <ul className={css.list}>
      {slots.map((slot) => {
        const { practitioner, room } = placeNames(slot, lists);
        const date = dateIn(lists.timeZone, slot.startsAt);
        return (
          <li key={`${slot.startsAt}-${slot.practitionerId}`}>
            <button
              type="button"
              className={css.slot}
              aria-pressed={
                slot.startsAt === chosen.startsAt && slot.practitionerId === chosen.practitionerId
              }
              onClick={() => onPick(slot)}
            >
              <b>
                {date === today ? 'Today' : shortDay(date, today)},{' '}
                {timeIn(lists.timeZone, slot.startsAt)}
              </b>
              <span className={css.with}>
                {practitioner}
                {room !== null && `, ${room}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
