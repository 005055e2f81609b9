import type * as z from 'zod/mini';
import { Button } from '#src/ui/button.tsx';
import { countryOptions } from '#src/ui/clinic/countries.ts';
import { HoursInput } from '#src/ui/clinic/hours-input.tsx';
import { RoomsInput } from '#src/ui/clinic/rooms-input.tsx';
import { timeZoneOptions } from '#src/ui/clinic/time-zones.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Combobox } from '#src/ui/combobox.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { DraftNotice, Form, FormActions, FormField, type useUnsavedDraft } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import { newRoomId } from './new-room-id.ts';
import css from './settings-fields.module.css';
import type { settingsForm, SettingsValues } from './settings-values.ts';

type SettingsForm = AppForm<SettingsValues, z.output<typeof settingsForm>>;

/** What of the settings stands on one page. */
export type SettingsPart = 'clinic' | 'hours';

/** The fields of one part of the clinic's settings. */
export function SettingsFields({
  part,
  form,
  draft,
  isBusy,
  onSubmit,
}: {
  part: SettingsPart;
  form: SettingsForm;
  draft: ReturnType<typeof useUnsavedDraft>;
  isBusy: boolean;
  onSubmit: (values: z.output<typeof settingsForm>) => Promise<void>;
}) {
  return (
    <div className={css.column}>
      <Form form={form} onSubmit={onSubmit} label="Settings">
        <DraftNotice draft={draft} />
        {part === 'clinic' ? <ClinicFields form={form} /> : <OpeningFields form={form} />}
        <FormActions>
          <Button type="submit" variant="primary" loading={isBusy}>
            Save
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

function ClinicFields({ form }: { form: SettingsForm }) {
  return (
    <>
      <FormField form={form} name="name" label="Name of the clinic">
        {(bound) => <TextInput {...bound} autoComplete="off" />}
      </FormField>
      <FieldRow>
        <FormField
          form={form}
          name="country"
          label="Country"
          help="Phone numbers and dates are read its way."
        >
          {(bound) => (
            <Combobox
              {...bound}
              options={countryOptions()}
              onChange={(value) => bound.onChange(value ?? '')}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="timeZone"
          label="Time zone"
          help="All times are told on this clock, earlier records too."
        >
          {(bound) => (
            <Combobox
              {...bound}
              options={timeZoneOptions()}
              onChange={(value) => bound.onChange(value ?? '')}
            />
          )}
        </FormField>
      </FieldRow>
      <FieldRow>
        <FormField
          form={form}
          name="idleLockMinutes"
          label="Lock an idle desk after"
          help="Whoever left types their password to go on. What was typed is kept."
        >
          {(bound) => <NumberInput {...bound} unit="min" stepper={{ step: 1, min: 1, max: 240 }} />}
        </FormField>
        <span />
      </FieldRow>
      <FormField
        form={form}
        name="emergencyText"
        label="Emergency text"
        help="Reception reads it to a caller with a problem. Have a clinician check it, with the number to phone."
      >
        {(bound) => <TextArea {...bound} rows={7} />}
      </FormField>
      <FormField
        form={form}
        name="notesFewPrincipals"
        label="Recipes"
        group
        help="“Principal” is the clinic’s own label and no evidence; the note stops nobody."
      >
        {({ value, onChange }) => (
          <Checkbox
            label="Note a recipe with fewer than two principal ingredients"
            checked={value}
            onChange={onChange}
          />
        )}
      </FormField>
    </>
  );
}

function OpeningFields({ form }: { form: SettingsForm }) {
  return (
    <>
      <FormField form={form} name="hours" label="Opening hours" group>
        {/* What is wrong lies within the value, where leaving a field does not look by itself. */}
        {(bound) => <HoursInput {...bound} onBlur={() => void form.trigger('hours')} />}
      </FormField>
      <FormField form={form} name="rooms" label="Rooms" group optional>
        {(bound) => <RoomsInput {...bound} newId={newRoomId} />}
      </FormField>
    </>
  );
}
