import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import {
  ANAESTHETIC_FAMILIES,
  ANAESTHETIC_FAMILY_LABELS,
  CONCENTRATION_UNIT_LABELS,
  CONCENTRATION_UNITS,
  INGREDIENT_CLASS_LABELS,
  INGREDIENT_CLASSES,
  INGREDIENT_TIER_LABELS,
  INGREDIENT_TIERS,
  REGULATORY_STATUS_LABELS,
  REGULATORY_STATUSES,
  VEHICLE_LABELS,
  VEHICLES,
} from '#domain/ingredients/ingredient-enums.ts';
import type { ingredientCreate } from '#domain/ingredients/ingredient.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { DraftNotice, Form, FormActions, FormField, type useUnsavedDraft } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import css from './ingredient-form.module.css';

/** The values of the ingredient form, as typed. */
export type IngredientValues = z.input<typeof ingredientCreate>;

/** An ingredient form held to its schema. */
export type IngredientFormState = AppForm<IngredientValues, z.output<typeof ingredientCreate>>;

const optionsOf = <Value extends string>(
  values: readonly Value[],
  labels: Record<Value, string>,
): { value: Value; label: string }[] => values.map((value) => ({ value, label: labels[value] }));

const CLASSES = optionsOf(INGREDIENT_CLASSES, INGREDIENT_CLASS_LABELS);
const TIERS = optionsOf(INGREDIENT_TIERS, INGREDIENT_TIER_LABELS);
const VEHICLE_OPTIONS = optionsOf(VEHICLES, VEHICLE_LABELS);
const STATUSES = optionsOf(REGULATORY_STATUSES, REGULATORY_STATUS_LABELS);
const UNITS = optionsOf(CONCENTRATION_UNITS, CONCENTRATION_UNIT_LABELS);
const FAMILIES = optionsOf(
  ANAESTHETIC_FAMILIES.filter((family) => family !== 'none'),
  ANAESTHETIC_FAMILY_LABELS,
);

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The fields of an ingredient: what it is, how it may be used, what to watch for. */
export function IngredientForm({
  form,
  draft,
  isBusy,
  submitLabel,
  onSubmit,
  onCancel,
}: {
  form: IngredientFormState;
  draft: ReturnType<typeof useUnsavedDraft>;
  isBusy: boolean;
  submitLabel: string;
  onSubmit: (values: z.output<typeof ingredientCreate>) => Promise<void>;
  onCancel: () => void;
}) {
  const kind = useWatch({ control: form.control, name: 'class' });
  const setKind = (chosen: IngredientValues['class'] | null): void => {
    // What the class itself says is not asked again.
    form.setValue('isFiveAri', chosen === 'five_alpha_reductase_inhibitor');
    if (chosen === 'anaesthetic') return;
    form.setValue('anaestheticFamily', 'none');
    form.setValue('anaestheticMaxMgPerKg', null);
    form.setValue('anaestheticMaxMg', null);
  };
  return (
    <Form form={form} onSubmit={onSubmit} label="Ingredient">
      <DraftNotice draft={draft} />
      <FormField form={form} name="name" label="Name">
        {(bound) => <TextInput {...bound} autoComplete="off" />}
      </FormField>
      <FieldRow>
        <FormField form={form} name="class" label="Class">
          {(bound) => (
            <SelectInput
              {...bound}
              options={CLASSES}
              placeholder="Choose"
              onChange={(chosen) => {
                setKind(chosen);
                bound.onChange(chosen);
              }}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="tier"
          label="Tier"
          group
          help="The clinic’s own label; it is no evidence."
        >
          {(bound) => <RadioGroup {...bound} options={TIERS} inline />}
        </FormField>
      </FieldRow>
      {kind === 'anaesthetic' && <AnaestheticFields form={form} />}
      <FieldRow>
        <FormField form={form} name="regulatoryStatus" label="Regulatory status">
          {(bound) => (
            <SelectInput
              {...bound}
              options={STATUSES}
              placeholder="Choose"
              onChange={(chosen) => {
                form.setValue('isAutologous', chosen === 'autologous');
                bound.onChange(chosen);
              }}
            />
          )}
        </FormField>
        <FormField form={form} name="vehicle" label="Dissolved in">
          {(bound) => <SelectInput {...bound} options={VEHICLE_OPTIONS} placeholder="Choose" />}
        </FormField>
      </FieldRow>
      <FieldRow>
        <FormField
          form={form}
          name="concentrationValue"
          label="Strength on the product"
          optional
          help="A recipe’s own strength is typed again there."
        >
          {(bound) => <NumberInput {...bound} align="start" />}
        </FormField>
        <FormField form={form} name="concentrationUnit" label="Unit" optional>
          {(bound) => <SelectInput {...bound} options={UNITS} placeholder="Not recorded" />}
        </FormField>
      </FieldRow>
      <FieldRow>
        <FormField
          form={form}
          name="openDaysMax"
          label="Days once opened"
          optional
          help="As the maker says; otherwise 28, never past the printed expiry."
        >
          {(bound) => <NumberInput {...bound} unit="days" />}
        </FormField>
        <FormField form={form} name="isSingleDose" label="Vial" group>
          {({ value, ...bound }) => (
            <Checkbox
              {...bound}
              checked={value}
              label="Single-dose"
              help="One vial for one patient and one procedure."
            />
          )}
        </FormField>
      </FieldRow>
      <FormField form={form} name="statedPurpose" label="Stated purpose" optional>
        {(bound) => (
          <TextInput
            {...bound}
            autoComplete="off"
            onChange={(text) => bound.onChange(orNull(text))}
          />
        )}
      </FormField>
      <FormField form={form} name="cautions" label="Cautions" optional>
        {(bound) => <TextArea {...bound} />}
      </FormField>
      <FormField form={form} name="source" label="Source" optional>
        {(bound) => (
          <TextInput
            {...bound}
            autoComplete="off"
            onChange={(text) => bound.onChange(orNull(text))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="isSuspended"
        label="Suspension"
        labelHidden
        group
        className={css.tick}
      >
        {({ value, ...bound }) => (
          <Checkbox
            {...bound}
            checked={value}
            label="An authority has suspended it"
            help="Then every recipe with it shows a stop."
          />
        )}
      </FormField>
      <FormActions>
        <Button type="submit" variant="primary" loading={isBusy}>
          {submitLabel}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  );
}

function AnaestheticFields({ form }: { form: IngredientFormState }) {
  return (
    <FieldRow>
      <FormField form={form} name="anaestheticFamily" label="Family">
        {(bound) => (
          <SelectInput
            {...bound}
            value={bound.value === 'none' ? null : bound.value}
            options={FAMILIES}
            placeholder="Choose"
            onChange={(chosen) => bound.onChange(chosen ?? 'none')}
          />
        )}
      </FormField>
      <FormField form={form} name="anaestheticMaxMgPerKg" label="Most by body weight" optional>
        {(bound) => <NumberInput {...bound} unit="mg/kg" />}
      </FormField>
      <FormField form={form} name="anaestheticMaxMg" label="Most in one session" optional>
        {(bound) => <NumberInput {...bound} unit="mg" />}
      </FormField>
    </FieldRow>
  );
}
