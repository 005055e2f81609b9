import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useArchiveIngredient } from './ingredients.mutations.ts';

/** Takes an ingredient out of use or back; undo instead of a question. */
export function IngredientMenu({ ingredient }: { ingredient: Ingredient }) {
  const archive = useArchiveIngredient();
  const set = (of: Ingredient, isArchived: boolean): void =>
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
      label="More for this ingredient"
      align="end"
      trigger={(props) => <IconButton icon="more" label="More for this ingredient" {...props} />}
    >
      <MenuItem
        icon={ingredient.isArchived ? 'restore' : 'archive'}
        onSelect={() => set(ingredient, !ingredient.isArchived)}
      >
        {ingredient.isArchived ? 'Bring back into use' : 'Archive'}
      </MenuItem>
    </Menu>
  );
}

/** Says that an ingredient is out of use. */
export function IngredientNotice({ ingredient }: { ingredient: Ingredient }) {
  if (!ingredient.isArchived) return null;
  return (
    <Notice tone="note">
      Archived: it can’t be put into a recipe. Recipes that hold it keep it and say so.
    </Notice>
  );
}
