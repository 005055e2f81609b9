import { useFormContext } from 'react-hook-form';
import type * as z from 'zod/mini';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import type { recipeCreate } from '#domain/recipes/recipe.ts';
import { ToggleChip } from '#src/ui/chip.tsx';
import { FormField } from '#src/ui/form.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import css from './recipe-identity-fields.module.css';

/** A recipe's name and intention while they are typed. */
export type IdentityValues = Omit<z.input<typeof recipeCreate>, 'ingredients'>;

/** Name and intention of a recipe. Lives in a FormProvider whose values hold them. */
export function RecipeIdentityFields() {
  const form = useFormContext<IdentityValues, unknown, IdentityValues>();
  return (
    <>
      <FormField form={form} name="name" label="Name" className={css.narrow}>
        {(bound) => <TextInput {...bound} autoComplete="off" autoFocus />}
      </FormField>
      <FormField form={form} name="intendedIndications" label="Intended for" optional group>
        {({ value, onChange, ref }) => (
          <div ref={ref} tabIndex={-1} className={css.chips}>
            {INDICATIONS.map((one) => (
              <ToggleChip
                key={one}
                on={value.includes(one)}
                onChange={(on) =>
                  onChange(on ? [...value, one] : value.filter((other) => other !== one))
                }
              >
                {INDICATION_LABELS[one]}
              </ToggleChip>
            ))}
          </div>
        )}
      </FormField>
      <FormField
        form={form}
        name="intendedArea"
        label="Area"
        optional
        className={css.narrow}
        help="Where on the scalp it is meant for."
      >
        {(bound) => (
          <TextInput
            {...bound}
            autoComplete="off"
            onChange={(text) => bound.onChange(text === '' ? null : text)}
          />
        )}
      </FormField>
      <FormField form={form} name="notes" label="Notes" optional className={css.wide}>
        {(bound) => <TextArea {...bound} />}
      </FormField>
    </>
  );
}
