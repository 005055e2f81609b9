import { Link } from '@tanstack/react-router';
import type { RecipeDetail } from '#domain/recipes/recipe-view.ts';
import { VERSION_STATUS_LABELS, type VersionStatus } from '#domain/recipes/recipe.ts';
import type { IconName } from '#src/ui/icon.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Status } from '#src/ui/status.tsx';
import { RecipeMoment } from './recipe-moment.tsx';
import { sessionWords, volumeWords } from './recipe-words.tsx';
import css from './version-list.module.css';

const STATUS_ICONS: Record<VersionStatus, IconName> = {
  draft: 'edit',
  approved: 'ring-check',
  retired: 'archive',
};

/** All versions of a recipe, newest first, each a link to itself. */
export function VersionList({ recipe, shown }: { recipe: RecipeDetail; shown: number }) {
  return (
    <Section title="Versions" meta={String(recipe.versions.length)}>
      <ul className={css.list}>
        {recipe.versions.map((version) => (
          <li key={version.id} className={css.item}>
            <Link
              to="/recipes/$recipeId"
              params={{ recipeId: recipe.id }}
              search={
                version.number === recipe.currentVersionNumber ? {} : { version: version.number }
              }
              className={css.link}
              aria-current={version.number === shown ? 'true' : undefined}
            >
              Version {version.number}
            </Link>
            <span className={css.facts}>
              <RecipeMoment at={version.createdAt} />
              {version.createdByName !== null && (
                <>
                  , <bdi>{version.createdByName}</bdi>
                </>
              )}{' '}
              · {version.ingredients.length}{' '}
              {version.ingredients.length === 1 ? 'ingredient' : 'ingredients'} ·{' '}
              {volumeWords(version.totals.volumeMl)} ml
              {version.changeNote !== null && (
                <span className={css.note} dir="auto">
                  {version.changeNote}
                </span>
              )}
            </span>
            <Status icon={STATUS_ICONS[version.status]}>
              {VERSION_STATUS_LABELS[version.status]}
              {version.usedInSessions > 0 && ` · ${sessionWords(version.usedInSessions)}`}
            </Status>
          </li>
        ))}
      </ul>
    </Section>
  );
}
