import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import { type StaffHours, staffHoursUpdate } from '#domain/availability/staff-hours.ts';
import { WEEKDAYS } from '#domain/clinic/clinic.ts';
import { newKey } from '#src/lib/api.ts';
import { showDate } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { HoursInput, spansInWords, weekdayName } from '#src/ui/clinic/hours-input.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { type AppForm, useAppForm } from '#src/ui/use-app-form.ts';
import { useCreateHours, useUpdateHours } from './availability.mutations.ts';
import type { Person } from './working-hours.tsx';

const FORM_ID = 'staff-hours';

const hoursForm = z.required(staffHoursUpdate);
type Values = z.input<typeof hoursForm>;
type Parsed = z.output<typeof hoursForm>;
type Told = (displaced: DisplacedAppointments | undefined) => void;
type Props = { person: Person; onClose: () => void; onSaved: Told };

const valuesOf = ({ validFrom, hours }: Values): Values => ({ validFrom, hours });

const FIELDS: readonly EditedField<Values>[] = [
  {
    key: 'validFrom',
    label: 'From',
    inWords: ({ validFrom }) => (validFrom === null ? 'since ever' : showDate(validFrom)),
  },
  {
    key: 'hours',
    label: 'Hours',
    inWords: ({ hours }) =>
      hours === null
        ? 'whenever the clinic is open'
        : WEEKDAYS.map((day) => `${weekdayName(day).slice(0, 3)} ${spansInWords(hours[day])}`).join(
            '; ',
          ),
  },
];

/** Sets or changes a practitioner's weekly hours from a day on. */
export function HoursDialog({
  hours,
  isFirst,
  ...rest
}: Props & { hours: StaffHours | null; isFirst: boolean }) {
  return hours === null ? (
    <NewHours isFirst={isFirst} {...rest} />
  ) : (
    <ChangeHours key={hours.id} hours={hours} {...rest} />
  );
}

function NewHours({ person, isFirst, onClose, onSaved }: Props & { isFirst: boolean }) {
  const clinic = useClinic();
  const form = useAppForm(hoursForm, { validFrom: null, hours: clinic.hours });
  const create = useCreateHours();
  const [key, setKey] = useState(newKey);
  return (
    <HoursFields
      form={form}
      person={person}
      isFirst={isFirst}
      isBusy={create.isPending}
      onClose={onClose}
      onSubmit={(values) =>
        submitTo(
          form,
          async () => {
            const made = await create.mutateAsync({
              values: { practitionerId: person.id, ...values },
              key,
            });
            showToast({ text: 'The hours are set' });
            onSaved(made.displaced);
          },
          () => setKey(newKey()),
        )
      }
    />
  );
}

function ChangeHours({ hours, person, onClose, onSaved }: Props & { hours: StaffHours }) {
  const form = useAppForm(hoursForm, valuesOf(hours));
  const update = useUpdateHours();
  const { save, conflict } = useVersionedEdit<
    StaffHours & { displaced?: DisplacedAppointments },
    Values,
    Parsed
  >({
    form,
    stored: hours,
    valuesOf,
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) => update.mutateAsync({ id: hours.id, version: over.version, change }),
    onSaved: (saved, before) => {
      if (saved !== before) showToast({ text: 'The hours are saved' });
      onSaved(saved.displaced);
    },
  });
  // In place of the form, whose values are kept: never one dialog above another.
  if (conflict) return conflict;
  return (
    <HoursFields
      form={form}
      person={person}
      isFirst={hours.validFrom === null}
      isBusy={update.isPending}
      onClose={onClose}
      onSubmit={save}
    />
  );
}

function HoursFields({
  form,
  person,
  isFirst,
  isBusy,
  onSubmit,
  onClose,
}: {
  form: AppForm<Values, Parsed>;
  person: Person;
  /** No other hours come before these. */
  isFirst: boolean;
  isBusy: boolean;
  onSubmit: (values: Parsed) => Promise<void>;
  onClose: () => void;
}) {
  const clinic = useClinic();
  const hours = useWatch({ control: form.control, name: 'hours' });
  const title = `Hours of ${person.name}`;
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      size="lg"
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM_ID} variant="primary" loading={isBusy}>
            Save
          </Button>
        </>
      }
    >
      <Form id={FORM_ID} form={form} onSubmit={onSubmit} label={title}>
        <FormField
          form={form}
          name="validFrom"
          label="From"
          optional={isFirst}
          help={
            isFirst
              ? 'Empty when they have always held.'
              : 'The first day they hold; the hours before stay for the days before.'
          }
        >
          {(bound) => (
            <DateInput {...bound} onChange={(date) => bound.onChange(date === '' ? null : date)} />
          )}
        </FormField>
        <FormField form={form} name="hours" label="Works" group>
          {(bound) => (
            <RadioGroup
              value={bound.value === null ? 'clinic' : 'own'}
              options={[
                { value: 'clinic', label: 'Whenever the clinic is open' },
                {
                  value: 'own',
                  label: 'At hours of their own',
                  help: 'Within the clinic’s. A gap between two spans is a break.',
                },
              ]}
              onChange={(choice) => bound.onChange(choice === 'clinic' ? null : clinic.hours)}
              onBlur={bound.onBlur}
            />
          )}
        </FormField>
        {hours && (
          <FormField form={form} name="hours" label="Weekly hours" group>
            {/* What is wrong lies within the value, where leaving a field does not look by itself. */}
            {(bound) => (
              <HoursInput {...bound} value={hours} onBlur={() => void form.trigger('hours')} />
            )}
          </FormField>
        )}
      </Form>
    </Dialog>
  );
}
