import { useQuery } from '@tanstack/react-query';
import { useFieldArray, useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import {
  ALLERGY_SEVERITIES,
  ALLERGY_SEVERITY_LABELS,
  ALLERGY_SUBSTANCE_LABELS,
  ALLERGY_SUBSTANCES,
  CONDITION_LABELS,
  CONDITIONS,
  LIST_STATE_LABELS,
  LIST_STATES,
  MEDICATION_EFFECT_LABELS,
  MEDICATION_EFFECTS,
} from '#domain/profiles/profile-enums.ts';
import type { profileForm } from '#domain/profiles/profile.ts';
import { Button } from '#src/ui/button.tsx';
import { ToggleChip } from '#src/ui/chip.tsx';
import { catalogueQuery } from '#src/ui/clinic/catalogue.queries.ts';
import { Combobox } from '#src/ui/combobox.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FormField } from '#src/ui/form.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import css from './profile.module.css';

/** A profile as it is typed. */
export type ProfileTyped = z.input<typeof profileForm>;
/** The form of a profile. */
export type ProfileFormState = AppForm<ProfileTyped, z.output<typeof profileForm>>;

const options = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, label: labels[value] }));
const STATES = options(LIST_STATES, LIST_STATE_LABELS);

type List = {
  state: 'allergyState' | 'medicationState' | 'conditionState';
  list: 'allergies' | 'medication' | 'conditions';
};

/** Whether the list was asked for. "None" and "not asked" empty it; both are answers of their own. */
function StateField({
  form,
  state,
  list,
  label,
}: List & { form: ProfileFormState; label: string }) {
  return (
    <FormField form={form} name={state} label={label} group>
      {(bound) => (
        <Segmented
          label={label}
          value={bound.value}
          options={STATES}
          onChange={(value) => {
            bound.onChange(value);
            if (value !== 'recorded') form.setValue(list, []);
          }}
        />
      )}
    </FormField>
  );
}

/** Allergies, each with what it is to, what happened and how severe it was. */
export function AllergyFields({ form }: { form: ProfileFormState }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'allergies' });
  return (
    <Section title="Allergies">
      <StateField form={form} state="allergyState" list="allergies" label="Asked for allergies" />
      <div className={css.list}>
        {fields.map((field, index) => (
          <AllergyEntry
            key={field.id}
            form={form}
            index={index}
            onRemove={() => {
              remove(index);
              if (fields.length === 1) form.setValue('allergyState', 'none');
            }}
          />
        ))}
        <div>
          <Button
            icon="plus"
            onClick={() => {
              form.setValue('allergyState', 'recorded');
              append({
                substance: 'other',
                ingredientId: null,
                detail: null,
                reaction: null,
                severity: 'not_known',
              });
            }}
          >
            Add an allergy
          </Button>
        </div>
      </div>
    </Section>
  );
}

function AllergyEntry({
  form,
  index,
  onRemove,
}: {
  form: ProfileFormState;
  index: number;
  onRemove: () => void;
}) {
  const at = `allergies.${index}` as const;
  const substance = useWatch({ control: form.control, name: `${at}.substance` });
  const catalogue = useQuery(catalogueQuery());
  const named = (catalogue.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={css.entry} role="group" aria-label={`Allergy ${index + 1}`}>
      <FormField form={form} name={`${at}.substance`} label="To" required>
        {(bound) => (
          <SelectInput
            {...bound}
            options={options(ALLERGY_SUBSTANCES, ALLERGY_SUBSTANCE_LABELS)}
            onChange={(value) => {
              bound.onChange(value);
              if (value !== 'ingredient') form.setValue(`${at}.ingredientId`, null);
            }}
          />
        )}
      </FormField>
      {substance === 'ingredient' ? (
        <FormField form={form} name={`${at}.ingredientId`} label="Ingredient" required>
          {({ onBlur, value, onChange }) => (
            <Combobox
              value={value}
              onBlur={onBlur}
              onChange={onChange}
              options={named}
              loading={catalogue.isPending}
              failed={catalogue.isError}
            />
          )}
        </FormField>
      ) : (
        <FormField
          form={form}
          name={`${at}.detail`}
          label={substance === 'other' ? 'What' : 'Which'}
          optional={substance !== 'other'}
          required={substance === 'other'}
        >
          {(bound) => <TextInput {...bound} maxLength={120} />}
        </FormField>
      )}
      <FormField form={form} name={`${at}.reaction`} label="Reaction" optional>
        {(bound) => <TextInput {...bound} maxLength={200} />}
      </FormField>
      <FormField form={form} name={`${at}.severity`} label="Severity">
        {(bound) => (
          <SelectInput {...bound} options={options(ALLERGY_SEVERITIES, ALLERGY_SEVERITY_LABELS)} />
        )}
      </FormField>
      <IconButton icon="trash" label={`Remove allergy ${index + 1}`} onClick={onRemove} />
    </div>
  );
}

/** Medicines with what they do that matters before a needle. */
export function MedicationFields({ form }: { form: ProfileFormState }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'medication' });
  return (
    <Section title="Medication">
      <StateField
        form={form}
        state="medicationState"
        list="medication"
        label="Asked for medication"
      />
      <div className={css.list}>
        {fields.map((field, index) => (
          <div
            key={field.id}
            className={css.medicine}
            role="group"
            aria-label={`Medicine ${index + 1}`}
          >
            <FormField form={form} name={`medication.${index}.name`} label="Medicine" required>
              {(bound) => <TextInput {...bound} maxLength={120} />}
            </FormField>
            <FormField form={form} name={`medication.${index}.since`} label="Since" optional>
              {(bound) => (
                <DateInput
                  {...bound}
                  onChange={(text) => bound.onChange(text === '' ? null : text)}
                />
              )}
            </FormField>
            <IconButton
              icon="trash"
              label={`Remove medicine ${index + 1}`}
              onClick={() => {
                remove(index);
                if (fields.length === 1) form.setValue('medicationState', 'none');
              }}
            />
            <FormField form={form} name={`medication.${index}.effects`} label="It is" group>
              {(bound) => (
                <div className={css.effects}>
                  {MEDICATION_EFFECTS.map((effect) => (
                    <ToggleChip
                      key={effect}
                      on={bound.value.includes(effect)}
                      onChange={(on) =>
                        bound.onChange(
                          on
                            ? [...bound.value, effect]
                            : bound.value.filter((one) => one !== effect),
                        )
                      }
                    >
                      {MEDICATION_EFFECT_LABELS[effect]}
                    </ToggleChip>
                  ))}
                </div>
              )}
            </FormField>
          </div>
        ))}
        <div>
          <Button
            icon="plus"
            onClick={() => {
              form.setValue('medicationState', 'recorded');
              append({ name: '', effects: [], since: null, note: null });
            }}
          >
            Add a medicine
          </Button>
        </div>
      </div>
    </Section>
  );
}

/** Conditions that the questions before a session name. */
export function ConditionFields({ form }: { form: ProfileFormState }) {
  const conditions = useWatch({ control: form.control, name: 'conditions' });
  const other = conditions.findIndex(({ condition }) => condition === 'other');
  return (
    <Section title="Conditions">
      <StateField
        form={form}
        state="conditionState"
        list="conditions"
        label="Asked for conditions"
      />
      <FormField form={form} name="conditions" label="Known" group>
        {(bound) => (
          <div className={css.effects}>
            {CONDITIONS.map((condition) => (
              <ToggleChip
                key={condition}
                on={bound.value.some((one) => one.condition === condition)}
                onChange={(on) => {
                  const next = on
                    ? [...bound.value, { condition, note: null }]
                    : bound.value.filter((one) => one.condition !== condition);
                  bound.onChange(next);
                  form.setValue('conditionState', next.length > 0 ? 'recorded' : 'none');
                }}
              >
                {CONDITION_LABELS[condition]}
              </ToggleChip>
            ))}
          </div>
        )}
      </FormField>
      {other !== -1 && (
        <FormField form={form} name={`conditions.${other}.note`} label="What other" required>
          {(bound) => <TextInput {...bound} maxLength={200} />}
        </FormField>
      )}
    </Section>
  );
}
