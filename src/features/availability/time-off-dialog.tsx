import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import type { TimeOff } from '#domain/availability/time-off.ts';
import { newKey } from '#src/lib/api.ts';
import { showDate } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { TimeInput } from '#src/ui/time-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { type AppForm, useAppForm } from '#src/ui/use-app-form.ts';
import { useCreateTimeOff, useUpdateTimeOff } from './availability.mutations.ts';
import { momentsOf, timeOffForm, type TimeOffValues, valuesOfTimeOff } from './time-off-values.ts';
import type { Person } from './working-hours.tsx';

const FORM_ID = 'time-off';

type Told = (displaced: DisplacedAppointments | undefined) => void;
type Props = { person: Person; onClose: () => void; onSaved: Told };

const FIELDS: readonly EditedField<TimeOffValues>[] = [
  { key: 'fromDate', label: 'First day', inWords: ({ fromDate }) => showDate(fromDate) },
  { key: 'toDate', label: 'Last day', inWords: ({ toDate }) => showDate(toDate) },
  {
    key: 'isWholeDays',
    label: 'Whole days',
    inWords: ({ isWholeDays }) => (isWholeDays ? 'yes' : 'no'),
  },
  { key: 'fromTime', label: 'From', inWords: ({ fromTime }) => fromTime },
  { key: 'toTime', label: 'Until', inWords: ({ toTime }) => toTime },
  { key: 'reason', label: 'Why', inWords: ({ reason }) => reason ?? 'empty' },
];

/** Enters or changes a practitioner's time off. */
export function TimeOffDialog({ timeOff, ...rest }: Props & { timeOff: TimeOff | null }) {
  return timeOff === null ? (
    <NewTimeOff {...rest} />
  ) : (
    <ChangeTimeOff key={timeOff.id} timeOff={timeOff} {...rest} />
  );
}

function NewTimeOff({ person, onClose, onSaved }: Props) {
  const { timeZone } = useClinic();
  const form = useAppForm(timeOffForm(timeZone), valuesOfTimeOff(null, timeZone));
  const create = useCreateTimeOff();
  const [key, setKey] = useState(newKey);
  return (
    <TimeOffFields
      form={form}
      title={`Time off of ${person.name}`}
      isBusy={create.isPending}
      onClose={onClose}
      onSubmit={(typed) =>
        submitTo(
          form,
          async () => {
            const { reason } = typed;
            const values = { practitionerId: person.id, ...momentsOf(typed, timeZone), reason };
            const made = await create.mutateAsync({ values, key });
            showToast({ text: 'The time off is entered' });
            onSaved(made.displaced);
          },
          () => setKey(newKey()),
        )
      }
    />
  );
}

function ChangeTimeOff({ timeOff, person, onClose, onSaved }: Props & { timeOff: TimeOff }) {
  const { timeZone } = useClinic();
  const form = useAppForm(timeOffForm(timeZone), valuesOfTimeOff(timeOff, timeZone));
  const update = useUpdateTimeOff();
  const { save, conflict } = useVersionedEdit<
    TimeOff & { displaced?: DisplacedAppointments },
    TimeOffValues,
    TimeOffValues
  >({
    form,
    stored: timeOff,
    valuesOf: (stored) => valuesOfTimeOff(stored, timeZone),
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) => {
      const { reason, ...times } = { ...valuesOfTimeOff(over, timeZone), ...change };
      return update.mutateAsync({
        id: timeOff.id,
        version: over.version,
        change: { ...momentsOf(times, timeZone), reason },
      });
    },
    onSaved: (saved, before) => {
      if (saved !== before) showToast({ text: 'The time off is saved' });
      onSaved(saved.displaced);
    },
  });
  // In place of the form, whose values are kept: never one dialog above another.
  if (conflict) return conflict;
  return (
    <TimeOffFields
      form={form}
      title={`Time off of ${person.name}`}
      isBusy={update.isPending}
      onClose={onClose}
      onSubmit={save}
    />
  );
}

function TimeOffFields({
  form,
  title,
  isBusy,
  onSubmit,
  onClose,
}: {
  form: AppForm<TimeOffValues, TimeOffValues>;
  title: string;
  isBusy: boolean;
  onSubmit: (values: TimeOffValues) => Promise<void>;
  onClose: () => void;
}) {
  const isWholeDays = useWatch({ control: form.control, name: 'isWholeDays' });
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
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
        <FieldRow>
          <FormField form={form} name="fromDate" label="First day" required>
            {(bound) => (
              <DateInput
                {...bound}
                autoFocus
                onChange={(date) => {
                  bound.onChange(date);
                  if (form.getValues('toDate') === '') form.setValue('toDate', date);
                }}
              />
            )}
          </FormField>
          <FormField form={form} name="toDate" label="Last day" required>
            {(bound) => <DateInput {...bound} />}
          </FormField>
        </FieldRow>
        <Checkbox
          label="Whole days"
          checked={isWholeDays}
          onChange={(isOn) => form.setValue('isWholeDays', isOn, { shouldDirty: true })}
        />
        {!isWholeDays && (
          <FieldRow>
            <FormField form={form} name="fromTime" label="From, on the first day">
              {(bound) => <TimeInput {...bound} />}
            </FormField>
            <FormField form={form} name="toTime" label="Until, on the last day">
              {(bound) => <TimeInput {...bound} />}
            </FormField>
          </FieldRow>
        )}
        <FormField
          form={form}
          name="reason"
          label="Why"
          optional
          help="Only they and the managers see it."
        >
          {(bound) => (
            <TextInput
              {...bound}
              value={bound.value ?? ''}
              autoComplete="off"
              onChange={(text) => bound.onChange(text === '' ? null : text)}
            />
          )}
        </FormField>
      </Form>
    </Dialog>
  );
}
