import { useNavigate } from '@tanstack/react-router';
import type { RecipeDetail } from '#domain/recipes/recipe-view.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useArchiveRecipe } from './recipes.mutations.ts';

/** What is done to a recipe as a whole: its name, taking it out of use or back. */
export function RecipeMenu({ recipe }: { recipe: RecipeDetail }) {
  const navigate = useNavigate();
  const archive = useArchiveRecipe();
  const set = (of: RecipeDetail, isArchived: boolean): void =>
    archive.mutate(
      { id: of.id, version: of.version, isArchived },
      {
        onSuccess: (saved) =>
          showToast({
            text: `${saved.name} is ${saved.isArchived ? 'archived' : 'back in use'}`,
            undo: () => set(saved, !isArchived),
          }),
        onError: (error) => {
          const { title, text } = describeError(error);
          showToast({ text: `Not changed. ${text ?? title}` });
        },
      },
    );
  return (
    <Menu
      label="More for this recipe"
      align="end"
      trigger={(props) => <IconButton icon="more" label="More for this recipe" {...props} />}
    >
      <MenuItem
        icon="edit"
        onSelect={() =>
          void navigate({ to: '/recipes/$recipeId/details', params: { recipeId: recipe.id } })
        }
      >
        Change name and intention
      </MenuItem>
      <MenuItem
        icon={recipe.isArchived ? 'restore' : 'archive'}
        onSelect={() => set(recipe, !recipe.isArchived)}
      >
        {recipe.isArchived ? 'Bring back into use' : 'Archive'}
      </MenuItem>
    </Menu>
  );
}
