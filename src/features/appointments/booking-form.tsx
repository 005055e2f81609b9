import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { ApiProblem } from '#src/lib/problem.ts';
import { useMay } from '#src/lib/me.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { TimeInput } from '#src/ui/time-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import { bookableCoursesOf } from './appointments.queries.ts';
import css from './booking-form.module.css';
import {
  type bookingValues,
  type BookingValues,
  momentsOf,
  typedMoment,
} from './booking-values.ts';
import { FreeSlotList } from './free-slot-list.tsx';
import { NO_ROOM } from './schedule-cards.ts';
import { TakenNotice } from './taken-notice.tsx';
import { PatientAndCourse } from './who-fields.tsx';

/** The form that books and moves. */
export type BookingFormState = AppForm<z.input<typeof bookingValues>, BookingValues>;

const isFilled = (text: string): string | undefined => (text === '' ? undefined : text);

/** All that an appointment is, beside the first free times for it. */
export function BookingForm({
  id,
  form,
  lists,
  isMove,
  problem,
  onPick,
  onNewPatient,
  onSubmit,
}: {
  id: string;
  form: BookingFormState;
  lists: Schedule;
  /** Only the time and place are asked. */
  isMove: boolean;
  /** Why the time was refused last. */
  problem: ApiProblem | null;
  /** The very moment that was picked, for the hour autumn shows twice. */
  onPick: (startsAt: string) => void;
  onNewPatient?: ((typed: string) => void) | undefined;
  onSubmit: (values: BookingValues) => Promise<void>;
}) {
  const { timeZone } = lists;
  const mayOverride = useMay('appointments.override');
  const mayWrite = useMay('appointments.write');
  const values = useWatch({ control: form.control });
  const {
    typeId = '',
    practitionerId = '',
    patientId = '',
    courseId,
    date = '',
    time = '',
  } = values;
  const courses = useQuery({ ...bookableCoursesOf(patientId), enabled: patientId !== '' });
  const due = courses.data?.items.find((course) => course.id === courseId)?.due;
  const [startFrom] = useState(date);
  const setMoment = (startsAt: string): void => {
    const typed = typedMoment(startsAt, timeZone);
    form.setValue('date', typed.date, { shouldValidate: true });
    form.setValue('time', typed.time, { shouldValidate: true });
    onPick(startsAt);
  };
  const minutes = typeof values.minutes === 'number' ? values.minutes : undefined;
  const chosenAt = startOf({ date, time, minutes: minutes ?? 0 }, timeZone);
  return (
    <Form id={id} form={form} onSubmit={onSubmit} label={isMove ? 'Move' : 'Booking'}>
      {problem && <TakenNotice problem={problem} timeZone={timeZone} onTake={setMoment} />}
      <div className={css.halves}>
        <div className={css.fields}>
          {!isMove && <PatientAndCourse form={form} lists={lists} onNewPatient={onNewPatient} />}
          <FormField form={form} name="typeId" label="What for" required>
            {(bound) => (
              <SelectInput
                {...bound}
                placeholder="Choose"
                options={lists.types
                  .filter((type) => !type.isArchived || type.id === typeId)
                  .map((type) => ({
                    value: type.id,
                    label: `${type.name}, ${type.durationMinutes} min`,
                  }))}
                onChange={(next) => {
                  bound.onChange(next ?? '');
                  const type = lists.types.find((one) => one.id === next);
                  if (type) form.setValue('minutes', type.durationMinutes);
                }}
              />
            )}
          </FormField>
          <FieldRow>
            <FormField form={form} name="practitionerId" label="With">
              {(bound) => (
                <SelectInput
                  {...bound}
                  placeholder="Anyone"
                  options={lists.practitioners
                    .filter((one) => one.isActive || one.id === practitionerId)
                    .map((one) => ({ value: one.id, label: one.name }))}
                  onChange={(next) => bound.onChange(next ?? '')}
                />
              )}
            </FormField>
            <FormField form={form} name="roomId" label="Room">
              {(bound) => (
                <SelectInput
                  {...bound}
                  placeholder={lists.rooms.length === 0 ? 'No rooms yet' : 'Any free room'}
                  options={[
                    ...lists.rooms.map((room) => ({ value: room.id, label: room.name })),
                    { value: NO_ROOM, label: 'No room' },
                  ]}
                />
              )}
            </FormField>
          </FieldRow>
          <FormField form={form} name="date" label="Date" required>
            {(bound) => <DateInput {...bound} />}
          </FormField>
          <FieldRow>
            <FormField form={form} name="time" label="Time" required>
              {(bound) => <TimeInput {...bound} />}
            </FormField>
            <FormField form={form} name="minutes" label="Length" required>
              {(bound) => (
                <NumberInput {...bound} unit="min" stepper={{ step: 5, min: 5, max: 480 }} />
              )}
            </FormField>
          </FieldRow>
          {!isMove && (
            <FormField
              form={form}
              name="note"
              label="Note for the desk"
              optional
              help="Nothing clinical: everyone at the desk reads it."
            >
              {(bound) => <TextArea {...bound} rows={2} />}
            </FormField>
          )}
          {mayOverride && (problem !== null || !mayWrite || form.formState.errors.time) && (
            <FormField
              form={form}
              name="overrideReason"
              label="Reason to book it all the same"
              help="As a manager you may let it overlap or lie outside the hours. The reason is kept."
            >
              {(bound) => <TextInput {...bound} />}
            </FormField>
          )}
        </div>
        <FreeSlotList
          key={due?.from}
          lists={lists}
          startFrom={due ? latest(due.from, startFrom) : startFrom}
          wanted={
            typeId === ''
              ? null
              : {
                  typeId,
                  practitionerId: isFilled(practitionerId),
                  patientId: isFilled(patientId),
                  minutes,
                }
          }
          chosen={{ startsAt: chosenAt, practitionerId }}
          onPick={(slot) => {
            form.setValue('practitionerId', slot.practitionerId, { shouldValidate: true });
            form.setValue('roomId', slot.roomId);
            setMoment(slot.startsAt);
          }}
        />
      </div>
    </Form>
  );
}

const latest = (one: string, other: string): string => (one > other ? one : other);

/** The moment that is typed, while it can be understood. */
function startOf(
  typed: { date: string; time: string; minutes: number },
  timeZone: string,
): string | null {
  if (!/^\d{2}:\d{2}$/.test(typed.time) || !/^\d{4}-\d{2}-\d{2}$/.test(typed.date)) return null;
  try {
    addDays(typed.date, 0);
    return momentsOf(typed, timeZone, null).startsAt;
  } catch {
    return null;
  }
}
