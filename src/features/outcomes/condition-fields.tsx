import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { ReadingProps } from './reading-fields.tsx';
import { SiteField } from './site-field.tsx';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

const asChoice = (value: boolean | null | undefined): 'yes' | 'no' | null =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;

/**
 * How a spot was measured. Two readings are compared only where all of it is equal, so what is left
 * empty keeps a reading by itself. Source: CLINICAL.md section 2.
 */
export function ConditionFields({ form, index, hasCutoff }: ReadingProps & { hasCutoff: boolean }) {
  const at = `readings.${index}.conditions` as const;
  return (
    <>
      <FieldRow>
        <SiteField form={form} index={index} />
        <FormField form={form} name={`${at}.landmark`} label="From the landmark">
          {(bound) => (
            <TextInput
              {...bound}
              value={bound.value ?? ''}
              autoComplete="off"
              placeholder="14 cm behind the glabella"
            />
          )}
        </FormField>
        <FormField form={form} name={`${at}.areaCm2`} label="Area">
          {(bound) => <NumberInput {...bound} value={bound.value ?? null} unit="cm²" />}
        </FormField>
      </FieldRow>
      <FieldRow>
        <FormField form={form} name={`${at}.device`} label="Device" required>
          {(bound) => <TextInput {...bound} value={bound.value ?? ''} autoComplete="off" />}
        </FormField>
        <FormField
          form={form}
          name={`${at}.software`}
          label="Software version"
          help="“none” if it has none."
        >
          {(bound) => <TextInput {...bound} value={bound.value ?? ''} autoComplete="off" />}
        </FormField>
        <FormField form={form} name={`${at}.magnification`} label="Magnification">
          {(bound) => <NumberInput {...bound} value={bound.value ?? null} unit="×" />}
        </FormField>
      </FieldRow>
      <FieldRow>
        {(['isDyed', 'isClipped'] as const).map((name) => (
          <FormField
            key={name}
            form={form}
            name={`${at}.${name}`}
            label={name === 'isDyed' ? 'Hair dyed' : 'Hair clipped'}
          >
            {(bound) => (
              <SelectInput
                {...bound}
                value={asChoice(bound.value)}
                placeholder="Choose"
                options={YES_NO}
                onChange={(choice) => bound.onChange(choice === null ? null : choice === 'yes')}
              />
            )}
          </FormField>
        ))}
        <FormField form={form} name={`${at}.daysSinceWash`} label="Since the last wash">
          {(bound) => <NumberInput {...bound} value={bound.value ?? null} unit="days" />}
        </FormField>
        {hasCutoff && (
          <FormField form={form} name={`${at}.cutoffUm`} label="Terminal from" required>
            {(bound) => <NumberInput {...bound} value={bound.value ?? null} unit="µm" />}
          </FormField>
        )}
      </FieldRow>
    </>
  );
}
