import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EditRecipe } from '#src/features/recipes/edit-recipe.tsx';
import { EditVersion } from '#src/features/recipes/edit-version.tsx';
import { NewRecipe } from '#src/features/recipes/new-recipe.tsx';
import { NewVersion } from '#src/features/recipes/new-version.tsx';
import { OpenTo } from './open-to.tsx';
import { recipeChangeRoute, recipeDetailsRoute, recipeNewVersionRoute } from './recipe-routes.tsx';

function OpenToWriters({ title, children }: { title: string; children: ReactNode }) {
  return (
    <OpenTo
      action="recipes.write"
      title={title}
      text="Practitioners write recipes; managers read them."
    >
      {children}
    </OpenTo>
  );
}

function useRecipeReturn(recipeId: string) {
  const navigate = useNavigate();
  return (version?: number) =>
    void navigate({
      to: '/recipes/$recipeId',
      params: { recipeId },
      search: version === undefined ? {} : { version },
    });
}

/** Adds a recipe, then opens it. */
export function RecipeNewScreen() {
  const navigate = useNavigate();
  return (
    <OpenToWriters title="New recipe">
      <NewRecipe
        onCreated={({ id }) =>
          void navigate({ to: '/recipes/$recipeId', params: { recipeId: id }, replace: true })
        }
        onCancel={() => void navigate({ to: '/recipes' })}
      />
    </OpenToWriters>
  );
}

/** Changes a recipe's name and intention, then returns to it. */
export function RecipeDetailsScreen() {
  const { recipeId } = recipeDetailsRoute.useParams();
  const back = useRecipeReturn(recipeId);
  return (
    <OpenToWriters title="Change a recipe">
      <EditRecipe recipeId={recipeId} onDone={() => back()} />
    </OpenToWriters>
  );
}

/** Changes an unused version, then shows it. */
export function VersionChangeScreen() {
  const { recipeId } = recipeChangeRoute.useParams();
  const { version } = recipeChangeRoute.useSearch();
  const back = useRecipeReturn(recipeId);
  return (
    <OpenToWriters title="Change a version">
      <EditVersion recipeId={recipeId} number={version} onDone={back} />
    </OpenToWriters>
  );
}

/** Writes a next version, then shows it. */
export function VersionNewScreen() {
  const { recipeId } = recipeNewVersionRoute.useParams();
  const { version } = recipeNewVersionRoute.useSearch();
  const back = useRecipeReturn(recipeId);
  return (
    <OpenToWriters title="New version">
      <NewVersion recipeId={recipeId} from={version} onDone={back} />
    </OpenToWriters>
  );
}
