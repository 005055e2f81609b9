import { Link, useNavigate } from '@tanstack/react-router';
import { CompareVersions } from '#src/features/recipes/compare-versions.tsx';
import { RecipeList } from '#src/features/recipes/recipe-list.tsx';
import { RecipePage } from '#src/features/recipes/recipe-page.tsx';
import { useMay } from '#src/lib/me.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { OpenTo } from './open-to.tsx';
import { recipeCompareRoute, recipeRoute, recipesRoute } from './recipe-routes.tsx';

const READERS = 'Practitioners and managers read recipes.';

function NewRecipeLink() {
  return (
    <Link to="/recipes/new" className={buttonClass()}>
      <ButtonContent icon="plus">New recipe</ButtonContent>
    </Link>
  );
}

/** The clinic's recipes, with the address as their state. */
export function RecipeListScreen() {
  const search = recipesRoute.useSearch();
  const navigate = useNavigate();
  const mayWrite = useMay('recipes.write');
  return (
    <OpenTo action="recipes.read" title="Recipes" text={READERS}>
      <RecipeList
        search={search}
        onSearch={(change) =>
          void navigate({
            from: '/recipes',
            to: '/recipes',
            search: (before) => ({ ...before, ...change }),
            replace: 'q' in change,
          })
        }
        onOpen={({ id }) => void navigate({ to: '/recipes/$recipeId', params: { recipeId: id } })}
        onNew={mayWrite ? () => void navigate({ to: '/recipes/new' }) : undefined}
        actions={mayWrite ? <NewRecipeLink /> : undefined}
        firstSteps={mayWrite ? <NewRecipeLink /> : undefined}
      />
    </OpenTo>
  );
}

/** One recipe, at one of its versions. */
export function RecipeScreen() {
  const { recipeId } = recipeRoute.useParams();
  const { version } = recipeRoute.useSearch();
  return (
    <OpenTo action="recipes.read" title="Recipe" text={READERS}>
      <RecipePage recipeId={recipeId} number={version} />
    </OpenTo>
  );
}

/** Two versions of a recipe side by side. */
export function RecipeCompareScreen() {
  const { recipeId } = recipeCompareRoute.useParams();
  const { from, to } = recipeCompareRoute.useSearch();
  const navigate = useNavigate();
  return (
    <OpenTo action="recipes.read" title="Compare versions" text={READERS}>
      <CompareVersions
        recipeId={recipeId}
        choice={{ from, to }}
        onChoose={(search) =>
          void navigate({ to: '/recipes/$recipeId/compare', params: { recipeId }, search })
        }
      />
    </OpenTo>
  );
}
