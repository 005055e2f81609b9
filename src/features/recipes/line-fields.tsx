import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import {
  CONCENTRATION_UNIT_LABELS,
  CONCENTRATION_UNITS,
  INGREDIENT_CLASS_LABELS,
  INGREDIENT_TIER_LABELS,
  REGULATORY_STATUS_LABELS,
  VEHICLE_LABELS,
} from '#domain/ingredients/ingredient-enums.ts';
import { ingredientFindings } from '#domain/ingredients/ingredient-rules.ts';
import type { PartIngredient, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { FindingStatus } from '#src/ui/clinic/finding-status.tsx';
import { FormField } from '#src/ui/form.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Name } from '#src/ui/name.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import css from './lines-editor.module.css';
import { lineAmountMg, lineChange, type LinesValues } from './recipe-lines.ts';
import { amountWords, strengthWords, volumeWords } from './recipe-words.tsx';

const UNITS = CONCENTRATION_UNITS.map((value) => ({
  value,
  label: CONCENTRATION_UNIT_LABELS[value],
}));

const MARKS = {
  same: { sign: '', words: undefined },
  changed: { sign: '~', words: 'Changed' },
  added: { sign: '+', words: 'Added' },
} as const;

/** What an ingredient is, in a quiet line. */
export const ingredientWords = (ingredient: PartIngredient): string =>
  [
    INGREDIENT_CLASS_LABELS[ingredient.class],
    ingredient.vehicle === 'unknown' ? 'vehicle not known' : VEHICLE_LABELS[ingredient.vehicle],
  ]
    .join(' · ')
    .toLowerCase();

/** One line of a recipe as it is typed: strength, unit, volume; the amount follows. */
export function LineFields({
  index,
  ingredient,
  base,
  onRemove,
}: {
  index: number;
  /** Undefined when the catalogue no longer answers it. */
  ingredient: PartIngredient | undefined;
  base: RecipeVersionView | undefined;
  onRemove: () => void;
}) {
  const form = useFormContext<LinesValues, unknown, LinesValues>();
  const line = useWatch({ control: form.control, name: `ingredients.${index}` });
  const [hasPurpose, setHasPurpose] = useState(line.statedPurpose !== null);
  const name = ingredient?.name ?? 'An ingredient that is not in the catalogue';
  const amount = ingredient ? lineAmountMg(line, ingredient) : null;
  const { kind, was } = base
    ? lineChange(line, base.ingredients)
    : { kind: 'same' as const, was: undefined };
  const version = base ? `v${base.number}: ` : '';
  const wasStrength =
    was &&
    (was.concentrationValue !== line.concentrationValue ||
      was.concentrationUnit !== line.concentrationUnit);
  return (
    <li className={css.line} aria-label={name}>
      <span className={css.mark} data-kind={kind} title={MARKS[kind].words}>
        {MARKS[kind].sign}
        <span className="visually-hidden">{MARKS[kind].words}</span>
      </span>
      <span className={css.name}>
        <Name strong>{name}</Name>
        {ingredient && (
          <span className={css.second}>
            {INGREDIENT_TIER_LABELS[ingredient.tier]} ·{' '}
            {REGULATORY_STATUS_LABELS[ingredient.regulatoryStatus]} · {ingredientWords(ingredient)}
          </span>
        )}
        {hasPurpose ? (
          <FormField
            form={form}
            name={`ingredients.${index}.statedPurpose`}
            label={`Stated purpose of ${name}`}
            labelHidden
          >
            {(bound) => (
              <TextInput
                {...bound}
                placeholder="Stated purpose"
                autoComplete="off"
                onChange={(text) => bound.onChange(text === '' ? null : text)}
              />
            )}
          </FormField>
        ) : (
          <button type="button" className={css.purpose} onClick={() => setHasPurpose(true)}>
            State a purpose
          </button>
        )}
      </span>
      <span className={css.strength}>
        <FormField
          form={form}
          name={`ingredients.${index}.concentrationValue`}
          label={`Strength of ${name}`}
          labelHidden
          disabled={line.concentrationUnit === 'as_supplied'}
        >
          {(bound) => <NumberInput {...bound} />}
        </FormField>
        <FormField
          form={form}
          name={`ingredients.${index}.concentrationUnit`}
          label={`Unit of ${name}`}
          labelHidden
        >
          {(bound) => (
            <SelectInput
              {...bound}
              options={UNITS}
              placeholder="Unit"
              onChange={(unit) => {
                if (unit === 'as_supplied')
                  form.setValue(`ingredients.${index}.concentrationValue`, null);
                bound.onChange(unit);
              }}
            />
          )}
        </FormField>
        {wasStrength && (
          <span className={css.was}>
            {version}
            {strengthWords(was)}
          </span>
        )}
      </span>
      <span className={css.volume}>
        <FormField
          form={form}
          name={`ingredients.${index}.volumeMl`}
          label={`Volume of ${name}`}
          labelHidden
        >
          {(bound) => <NumberInput {...bound} unit="ml" decimals={2} />}
        </FormField>
        {was && was.volumeMl !== line.volumeMl && (
          <span className={css.was}>
            {version}
            {volumeWords(was.volumeMl)}
          </span>
        )}
      </span>
      <output className={css.amount} aria-label={`Amount of ${name}`}>
        {amount === null ? '–' : `${amountWords(amount)} mg`}
        {was && was.amountMg !== null && was.amountMg !== amount && (
          <span className={css.was}>
            {version}
            {amountWords(was.amountMg)} mg
          </span>
        )}
      </output>
      <span className={css.check}>
        {ingredient && <FindingStatus findings={ingredientFindings(ingredient)} />}
      </span>
      <span className={css.remove}>
        <IconButton icon="close" label={`Remove ${name}`} size="sm" onClick={onRemove} />
      </span>
    </li>
  );
}
