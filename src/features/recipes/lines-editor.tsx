import { useRef, type KeyboardEvent } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { REGULATORY_STATUS_LABELS } from '#domain/ingredients/ingredient-enums.ts';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { Combobox } from '#src/ui/combobox.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { LineFields } from './line-fields.tsx';
import css from './lines-editor.module.css';
import { emptyLine, type Facts, type LinesValues } from './recipe-lines.ts';
import { amountWords, strengthWords, volumeWords } from './recipe-words.tsx';

/** Enter goes to the next box of the lines, and from the last to the choice of an ingredient. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented) return;
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const boxes = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'input:enabled, select:enabled',
    ),
  ];
  boxes[boxes.indexOf(target) + 1]?.focus();
}

/**
 * The lines of a recipe: an ingredient is picked from the catalogue, then its strength and volume
 * are typed. Nothing of them is filled in. Lives in a FormProvider whose values hold `ingredients`.
 */
export function LinesEditor({
  facts,
  choices,
  base,
}: {
  facts: Facts;
  /** Ids of the ingredients that can be added. */
  choices: readonly string[];
  /** The version the lines are made from, to show what differs. */
  base?: RecipeVersionView | undefined;
}) {
  const { control } = useFormContext<LinesValues, unknown, LinesValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'ingredients' });
  const lines = useWatch({ control, name: 'ingredients' });
  const section = useRef<HTMLDivElement>(null);
  const options = choices.flatMap((id) => {
    const ingredient = facts.get(id);
    return ingredient
      ? [
          {
            value: id,
            label: ingredient.name,
            hint: REGULATORY_STATUS_LABELS[ingredient.regulatoryStatus],
          },
        ]
      : [];
  });
  const removed = base?.ingredients.filter(
    (was) => !lines.some((line) => line.ingredientId === was.ingredientId),
  );
  return (
    <Section
      title="Ingredients"
      meta={base && `Compared with version ${base.number}: ~ changed, + added, − removed`}
    >
      <div ref={section} role="presentation" onKeyDown={goOn}>
        <div className={css.head} aria-hidden="true">
          <span />
          <span>Ingredient</span>
          <span>Strength</span>
          <span className={css.end}>Volume</span>
          <span className={css.end}>Amount</span>
          <span>Check</span>
          <span />
        </div>
        <ul className={css.lines}>
          {fields.map((field, index) => (
            <LineFields
              key={field.id}
              index={index}
              ingredient={facts.get(field.ingredientId)}
              base={base}
              onRemove={() => {
                remove(index);
                section.current?.querySelector<HTMLInputElement>('[role=combobox]')?.focus();
              }}
            />
          ))}
          {removed?.map((was) => (
            <li key={was.ingredientId} className={css.line} data-removed="">
              <span className={css.mark} title="Removed">
                −
              </span>
              <span className={css.name}>
                <s>{was.ingredient.name}</s>
                <span className={css.second}>Removed</span>
              </span>
              <span className={css.strength}>{strengthWords(was)}</span>
              <s className={css.amount}>{volumeWords(was.volumeMl)} ml</s>
              <span className={css.amount}>
                {was.amountMg === null ? '–' : `${amountWords(was.amountMg)} mg`}
              </span>
            </li>
          ))}
        </ul>
        <div className={css.add}>
          <Icon name="plus" />
          <Combobox
            value={null}
            aria-label="Add an ingredient"
            placeholder={fields.length === 0 ? 'Add the first ingredient' : 'Add an ingredient'}
            options={options}
            emptyText="The catalogue has no such ingredient."
            onChange={(id) => {
              if (id === null) return;
              const order = Math.max(0, ...lines.map((line) => line.order)) + 1;
              append(emptyLine(id, order), {
                focusName: `ingredients.${fields.length}.concentrationValue`,
              });
            }}
          />
        </div>
      </div>
    </Section>
  );
}
