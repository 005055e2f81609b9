import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { SetupRequest, setupRequest } from '#domain/clinic/clinic.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { countryOptions } from '#src/ui/clinic/countries.ts';
import { HoursInput } from '#src/ui/clinic/hours-input.tsx';
import { RoomsInput } from '#src/ui/clinic/rooms-input.tsx';
import { timeZoneOptions } from '#src/ui/clinic/time-zones.ts';
import { Combobox } from '#src/ui/combobox.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { PasswordInput } from '#src/ui/password-input.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import css from './setup-form.module.css';

type SetupFields = { form: AppForm<z.input<typeof setupRequest>, SetupRequest> };

/** The clinic's name, country and clock. */
export function ClinicFields({ form }: SetupFields) {
  return (
    <fieldset className={css.part}>
      <legend>The clinic</legend>
      <FormField form={form} name="clinic.name" label="Name of the clinic" required>
        {(bound) => <TextInput {...bound} autoComplete="organization" autoFocus />}
      </FormField>
      <FieldRow>
        <FormField
          form={form}
          name="clinic.country"
          label="Country"
          required
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
          name="clinic.timeZone"
          label="Time zone"
          required
          help="All times are told on this clock."
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
    </fieldset>
  );
}

/** Opening hours and rooms. */
export function WhenAndWhereFields({ form }: SetupFields) {
  return (
    <fieldset className={css.part}>
      <legend>Hours and rooms</legend>
      <FormField form={form} name="clinic.hours" label="Opening hours" group>
        {/* What is wrong lies within the value, where leaving a field does not look by itself. */}
        {(bound) => <HoursInput {...bound} onBlur={() => void form.trigger('clinic.hours')} />}
      </FormField>
      <FormField form={form} name="clinic.rooms" label="Rooms" group optional>
        {(bound) => (
          <RoomsInput
            {...bound}
            // The server gives each room its id; until then its place stands for it.
            value={bound.value.map((name, at) => ({ id: String(at), name }))}
            onChange={(rooms) => bound.onChange(rooms.map((room) => room.name))}
            newId={() => String(bound.value.length)}
          />
        )}
      </FormField>
    </fieldset>
  );
}

/** The account of whoever sets the clinic up. */
export function OwnerFields({ form }: SetupFields) {
  return (
    <fieldset className={css.part}>
      <legend>You</legend>
      <p className={css.lead}>
        You will be the owner: a manager who also holds the staff accounts.
      </p>
      <FieldRow>
        <FormField form={form} name="owner.name" label="Your name" required>
          {(bound) => <TextInput {...bound} autoComplete="name" />}
        </FormField>
        <FormField
          form={form}
          name="owner.email"
          label="E-mail"
          required
          help="You sign in with it. Nothing is sent to it."
        >
          {(bound) => <TextInput {...bound} type="email" autoComplete="username" />}
        </FormField>
      </FieldRow>
      <FormField
        form={form}
        name="owner.password"
        label="Password"
        required
        help="At least 10 characters. Nobody can look it up: keep it where you will find it."
      >
        {(bound) => <PasswordInput {...bound} autoComplete="new-password" />}
      </FormField>
    </fieldset>
  );
}

/** Who treats patients first: the owner, or someone who is then given a link. */
export function PractitionerFields({ form }: SetupFields) {
  const who = useWatch({ control: form.control, name: 'practitioner.who' });
  return (
    <fieldset className={css.part}>
      <legend>First practitioner</legend>
      <FormField form={form} name="practitioner.who" label="Who treats patients?" labelHidden group>
        {(bound) => (
          <RadioGroup
            {...bound}
            options={[
              { value: 'owner', label: 'I treat patients myself' },
              {
                value: 'other',
                label: 'Someone else',
                help: 'You get a link for them to choose a password. More people follow under Staff.',
              },
            ]}
            onChange={(next) =>
              form.setValue(
                'practitioner',
                next === 'owner'
                  ? { who: 'owner', isPrescriber: form.getValues('practitioner.isPrescriber') }
                  : {
                      who: 'other',
                      isPrescriber: form.getValues('practitioner.isPrescriber'),
                      name: '',
                      email: '',
                    },
              )
            }
          />
        )}
      </FormField>
      {who === 'other' && (
        <FieldRow>
          <FormField form={form} name="practitioner.name" label="Their name" required>
            {(bound) => <TextInput {...bound} autoComplete="off" />}
          </FormField>
          <FormField form={form} name="practitioner.email" label="Their e-mail" required>
            {(bound) => <TextInput {...bound} type="email" autoComplete="off" />}
          </FormField>
        </FieldRow>
      )}
      <FormField form={form} name="practitioner.isPrescriber" label="Prescriber" labelHidden group>
        {({ value, ...bound }) => (
          <Checkbox
            {...bound}
            checked={value}
            label={who === 'owner' ? 'I may prescribe' : 'They may prescribe'}
            help="A prescriber can decide against a stop that a check raises, with a reason."
          />
        )}
      </FormField>
    </fieldset>
  );
}
