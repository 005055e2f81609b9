import { PULL_SITE_LABELS, PULL_SITES } from '#domain/outcomes/outcome.ts';
import { FormField } from '#src/ui/form.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import type { ReadingProps } from './reading-fields.tsx';

/** Where hairs are pulled or counted. */
export function SiteField({ form, index }: ReadingProps) {
  return (
    <FormField form={form} name={`readings.${index}.site`} label="Site" required>
      {(bound) => (
        <SelectInput
          {...bound}
          value={bound.value ?? null}
          placeholder="Choose"
          options={PULL_SITES.map((value) => ({ value, label: PULL_SITE_LABELS[value] }))}
        />
      )}
    </FormField>
  );
}
