import { Link, useNavigate } from '@tanstack/react-router';
import { IngredientList } from '#src/features/ingredients/ingredient-list.tsx';
import { IngredientPage } from '#src/features/ingredients/ingredient-page.tsx';
import { NewIngredient } from '#src/features/ingredients/new-ingredient.tsx';
import { PairList } from '#src/features/ingredients/pair-list.tsx';
import { StarterCatalogueButton } from '#src/features/ingredients/starter-catalogue.tsx';
import { useMay } from '#src/lib/me.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { ingredientRoute, ingredientsRoute, pairsRoute } from './ingredient-routes.tsx';
import { OpenTo } from './open-to.tsx';

const READERS = 'Practitioners and managers read the catalogue of ingredients.';
const WRITERS = 'Practitioners keep the catalogue of ingredients.';

function NewIngredientLink() {
  return (
    <Link to="/ingredients/new" className={buttonClass()}>
      <ButtonContent icon="plus">New ingredient</ButtonContent>
    </Link>
  );
}

/** The catalogue, with its address as its state. */
export function IngredientListScreen() {
  const search = ingredientsRoute.useSearch();
  const navigate = useNavigate();
  const mayWrite = useMay('ingredients.write');
  return (
    <OpenTo action="ingredients.read" title="Ingredients" text={READERS}>
      <IngredientList
        search={search}
        onSearch={(change) =>
          void navigate({
            from: '/ingredients',
            to: '/ingredients',
            search: (before) => ({ ...before, ...change }),
            replace: 'q' in change,
          })
        }
        onOpen={({ id }) =>
          void navigate({ to: '/ingredients/$ingredientId', params: { ingredientId: id } })
        }
        onNew={mayWrite ? () => void navigate({ to: '/ingredients/new' }) : undefined}
        actions={
          <>
            <Link to="/ingredients/pairs" className={buttonClass()}>
              <ButtonContent icon="flask">Pairs</ButtonContent>
            </Link>
            {mayWrite && <NewIngredientLink />}
          </>
        }
        firstSteps={
          mayWrite && (
            <>
              <StarterCatalogueButton variant="primary" />
              <Link to="/ingredients/new" className={buttonClass()}>
                <ButtonContent icon="plus">New ingredient</ButtonContent>
              </Link>
            </>
          )
        }
      />
    </OpenTo>
  );
}

/** Adds an ingredient, then opens the catalogue. */
export function IngredientNewScreen() {
  const navigate = useNavigate();
  const back = () => void navigate({ to: '/ingredients' });
  return (
    <OpenTo action="ingredients.write" title="New ingredient" text={WRITERS}>
      <NewIngredient onCreated={back} onCancel={back} />
    </OpenTo>
  );
}

/** One ingredient. */
export function IngredientScreen() {
  const { ingredientId } = ingredientRoute.useParams();
  const navigate = useNavigate();
  return (
    <OpenTo action="ingredients.read" title="Ingredient" text={READERS}>
      <IngredientPage
        ingredientId={ingredientId}
        onDone={() => void navigate({ to: '/ingredients' })}
      />
    </OpenTo>
  );
}

/** The clinic's pair table, with its address as its state. */
export function PairListScreen() {
  const search = pairsRoute.useSearch();
  const navigate = useNavigate();
  const mayWrite = useMay('ingredients.write');
  return (
    <OpenTo action="ingredients.read" title="Pairs" text={READERS}>
      <PairList
        search={search}
        mayWrite={mayWrite}
        onSearch={(change) =>
          void navigate({
            from: '/ingredients/pairs',
            to: '/ingredients/pairs',
            search: (before) => ({ ...before, ...change }),
          })
        }
      />
    </OpenTo>
  );
}
