import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import { PART_OF_DAY_LABELS, PARTS_OF_DAY } from '#domain/appointments/appointment-enums.ts';
import { WEEKDAYS } from '#domain/clinic/clinic.ts';
import type { WaitingCreate, waitingCreate } from '#domain/waiting-list/waiting-entry.ts';
import { WAITING_URGENCIES, WAITING_URGENCY_LABELS } from '#domain/waiting-list/waiting-enums.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { PatientPicker } from '#src/ui/clinic/patient-picker.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow, FieldStack } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import css from './waiting-list.module.css';
import { coursesOf, waitingPractitioners, waitingTypes } from './waiting.queries.ts';
import { weekdayShort } from './waiting-words.ts';

/** What is typed of someone who waits. */
export type WaitingValues = z.input<typeof waitingCreate>;

/** The form of an entry. */
export type WaitingForm = AppForm<WaitingValues, WaitingCreate>;

const PART_OPTIONS = PARTS_OF_DAY.map((value) => ({ value, label: PART_OF_DAY_LABELS[value] }));
const URGENCY_OPTIONS = WAITING_URGENCIES.map((value) => ({
  value,
  label: WAITING_URGENCY_LABELS[value],
}));

/** What an entry is: who waits, for what, with whom, and when they can come. */
export function WaitingFields({
  id,
  form,
  isNew,
  isParked,
  onSubmit,
}: {
  id: string;
  form: WaitingForm;
  /** Whether it is still asked who waits. */
  isNew: boolean;
  /** A parked appointment keeps its type. */
  isParked: boolean;
  onSubmit: (values: WaitingCreate) => Promise<void>;
}) {
  const types = useQuery(waitingTypes());
  const people = useQuery(waitingPractitioners());
  const typeId = useWatch({ control: form.control, name: 'typeId' });
  return (
    <Form id={id} form={form} onSubmit={onSubmit} label="Waiting list entry">
      <FieldStack>
        {isNew && <Who form={form} />}
        <FieldRow>
          <FormField form={form} name="typeId" label="What for" required>
            {(bound) => (
              <SelectInput
                {...bound}
                placeholder="Choose"
                disabled={isParked}
                options={(types.data ?? [])
                  .filter((type) => !type.isArchived || type.id === typeId)
                  .map((type) => ({
                    value: type.id,
                    label: `${type.name}, ${type.durationMinutes} min`,
                  }))}
                onChange={(next) => bound.onChange(next ?? '')}
              />
            )}
          </FormField>
          <FormField form={form} name="practitionerId" label="With">
            {(bound) => (
              <SelectInput
                {...bound}
                placeholder="Anyone"
                options={(people.data ?? []).map(({ id: value, name }) => ({
                  value,
                  label: name,
                }))}
              />
            )}
          </FormField>
        </FieldRow>
        <FieldRow>
          <FormField form={form} name="fromDay" label="From" required>
            {(bound) => <DateInput {...bound} />}
          </FormField>
          <FormField form={form} name="toDay" label="Until" optional>
            {(bound) => (
              <DateInput
                {...bound}
                value={bound.value ?? ''}
                onChange={(text) => bound.onChange(text === '' ? null : text)}
              />
            )}
          </FormField>
          <FormField form={form} name="part" label="Part of the day">
            {(bound) => (
              <SelectInput
                {...bound}
                options={PART_OPTIONS}
                onChange={(next) => bound.onChange(next ?? 'any')}
              />
            )}
          </FormField>
        </FieldRow>
        <FormField
          form={form}
          name="weekdays"
          label="Days of the week"
          group
          help="None ticked: any day."
        >
          {(bound) => (
            <div className={css.days}>
              {WEEKDAYS.map((day) => (
                <Checkbox
                  key={day}
                  label={weekdayShort(day)}
                  checked={bound.value.includes(day)}
                  onChange={(isOn) =>
                    bound.onChange(
                      WEEKDAYS.filter((one) => (one === day ? isOn : bound.value.includes(one))),
                    )
                  }
                />
              ))}
            </div>
          )}
        </FormField>
        <FormField form={form} name="urgency" label="How urgent" group>
          {(bound) => <RadioGroup {...bound} options={URGENCY_OPTIONS} inline />}
        </FormField>
        <FormField
          form={form}
          name="note"
          label="Note for the desk"
          optional
          help="Nothing clinical: everyone at the desk reads it."
        >
          {(bound) => <TextArea {...bound} rows={2} />}
        </FormField>
      </FieldStack>
    </Form>
  );
}

/** Who waits, and for which of their open courses. */
function Who({ form }: { form: WaitingForm }) {
  const patientId = useWatch({ control: form.control, name: 'patientId' });
  const courses = useQuery({ ...coursesOf(patientId), enabled: patientId !== '' });
  const open = courses.data?.items ?? [];
  return (
    <>
      <FormField form={form} name="patientId" label="Patient" required>
        {(bound) => (
          <PatientPicker
            {...bound}
            onChange={(id) => {
              bound.onChange(id ?? '');
              form.setValue('courseId', null);
            }}
          />
        )}
      </FormField>
      {open.length > 0 && (
        <FormField form={form} name="courseId" label="Course">
          {(bound) => (
            <SelectInput
              {...bound}
              placeholder="Not part of a course"
              options={open.map((course) => ({
                value: course.id,
                label: `Session ${course.signedSessions + course.bookedSessions + 1}${
                  course.plannedSessions === null ? '' : ` of ${course.plannedSessions}`
                }`,
              }))}
            />
          )}
        </FormField>
      )}
    </>
  );
}
