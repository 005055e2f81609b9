import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import type { RecipeListItem } from '#domain/recipes/recipe-view.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { Name } from '#src/ui/name.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { RecipeMoment } from './recipe-moment.tsx';
import { sessionWords, volumeWords } from './recipe-words.tsx';

/** The columns of the list of recipes. */
export const RECIPE_COLUMNS: readonly TableColumn<RecipeListItem>[] = [
  {
    id: 'name',
    header: 'Recipe',
    sortable: true,
    always: true,
    grow: true,
    cell: (recipe) => (
      <>
        <Name strong>{recipe.name}</Name>
        {recipe.isArchived && <Tag icon="archive">Archived</Tag>}
      </>
    ),
  },
  {
    id: 'version',
    header: 'Version',
    cell: (recipe) =>
      recipe.currentStatus === 'approved'
        ? String(recipe.currentVersionNumber)
        : `${recipe.currentVersionNumber}, ${recipe.currentStatus}`,
  },
  {
    id: 'intendedFor',
    header: 'Intended for',
    from: 'tablet',
    cell: (recipe) => recipe.intendedIndications.map((one) => INDICATION_LABELS[one]).join(', '),
  },
  {
    id: 'ingredients',
    header: 'Ingredients',
    numeric: true,
    cell: (recipe) => String(recipe.ingredientCount),
  },
  {
    id: 'volume',
    header: 'Total, ml',
    label: 'Total volume',
    numeric: true,
    cell: (recipe) => volumeWords(recipe.volumeMl),
  },
  {
    id: 'uses',
    header: 'Sessions',
    label: 'Sessions, all versions',
    numeric: true,
    quiet: true,
    cell: (recipe) => String(recipe.usedInSessions),
  },
  {
    id: 'updatedAt',
    header: 'Changed',
    sortable: true,
    quiet: true,
    from: 'tablet',
    cell: (recipe) => <RecipeMoment at={recipe.updatedAt} />,
  },
];

/** A recipe in one line, for a phone. */
export const recipeLine = (recipe: RecipeListItem): string =>
  [
    `Version ${recipe.currentVersionNumber}`,
    `${recipe.ingredientCount} ${recipe.ingredientCount === 1 ? 'ingredient' : 'ingredients'}`,
    `${volumeWords(recipe.volumeMl)} ml`,
    sessionWords(recipe.usedInSessions).toLowerCase(),
  ].join(' · ');
