import { useQuery } from '@tanstack/react-query';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { useMay } from '#src/lib/me.ts';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { EditIngredient } from './edit-ingredient.tsx';
import { IngredientChecks } from './ingredient-checks.tsx';
import { INGREDIENT_FIELDS, valuesOf } from './ingredient-fields.ts';
import { IngredientNotice } from './ingredient-menu.tsx';
import css from './ingredient-page.module.css';
import { ingredientQueryOptions } from './ingredients.queries.ts';

/** One ingredient: its form for the care team, its facts for managers. */
export function IngredientPage({
  ingredientId,
  onDone,
}: {
  ingredientId: string;
  onDone: () => void;
}) {
  const mayWrite = useMay('ingredients.write');
  const query = useQuery(ingredientQueryOptions(ingredientId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This ingredient did not load"
    >
      {(ingredient) =>
        mayWrite ? (
          <EditIngredient key={ingredient.id} read={ingredient} onDone={onDone} />
        ) : (
          <IngredientFactsPage ingredient={ingredient} />
        )
      }
    </QueryBoundary>
  );
}

function IngredientFactsPage({ ingredient }: { ingredient: Ingredient }) {
  const values = valuesOf(ingredient);
  const shown = INGREDIENT_FIELDS.filter(
    ({ key }) =>
      key !== 'name' && (ingredient.class === 'anaesthetic' || !key.startsWith('anaesthetic')),
  );
  return (
    <PageFrame
      title={ingredient.name}
      heading={<Name>{ingredient.name}</Name>}
      meta="Read only: practitioners keep the catalogue"
      aside={<IngredientChecks facts={ingredient} />}
      asideLabel="Checks"
    >
      <IngredientNotice ingredient={ingredient} />
      <dl className={css.facts}>
        {shown.map(({ key, label, inWords }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{inWords(values) || <span className="faint">Not recorded</span>}</dd>
          </div>
        ))}
      </dl>
    </PageFrame>
  );
}
