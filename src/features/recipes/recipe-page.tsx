import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isLocked } from '#domain/recipes/recipe-rules.ts';
import type { RecipeDetail, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { VERSION_STATUS_LABELS } from '#domain/recipes/recipe.ts';
import { useMay } from '#src/lib/me.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { Name } from '#src/ui/name.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { ApprovalSection } from './approval-section.tsx';
import { LinesTable } from './lines-table.tsx';
import { RecipeChecks } from './live-recipe.tsx';
import { RecipeMenu } from './recipe-menu.tsx';
import { RecipeMoment } from './recipe-moment.tsx';
import css from './recipe-page.module.css';
import { RecipeTotalsStrip } from './recipe-totals-strip.tsx';
import { intentionWords, sessionWords } from './recipe-words.tsx';
import { recipeQueryOptions } from './recipes.queries.ts';
import { VersionList } from './version-list.tsx';
import { versionShown } from './version-shown.ts';

/** One recipe: a version's lines, sums and checks, and all its versions. */
export function RecipePage({
  recipeId,
  number,
}: {
  recipeId: string;
  /** The version to show; the newest without one. */
  number: number | undefined;
}) {
  const query = useQuery(recipeQueryOptions(recipeId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="table" rows={6} />}
      errorTitle="This recipe did not load"
    >
      {(recipe) => <LoadedRecipe recipe={recipe} version={versionShown(recipe, number)} />}
    </QueryBoundary>
  );
}

function LoadedRecipe({ recipe, version }: { recipe: RecipeDetail; version: RecipeVersionView }) {
  const mayWrite = useMay('recipes.write');
  const based = recipe.versions.find((one) => one.id === version.basedOnVersionId);
  return (
    <PageFrame
      title={recipe.name}
      heading={<Name>{recipe.name}</Name>}
      meta={
        <span className={css.meta}>
          Version {version.number} <VersionTag recipe={recipe} version={version} />
        </span>
      }
      actions={
        mayWrite ? (
          <RecipeActions recipe={recipe} version={version} />
        ) : (
          <CompareLink recipe={recipe} version={version} />
        )
      }
      below={
        <p className={css.about}>
          {intentionWords(recipe.intendedIndications, recipe.intendedArea)} · written by{' '}
          <bdi>{version.createdByName ?? 'someone who is not staff any more'}</bdi>,{' '}
          <RecipeMoment at={version.createdAt} />
          {version.lockedAt !== null && <> · in use by {sessionWords(version.usedInSessions)}</>}
        </p>
      }
      aside={<RecipeChecks findings={version.findings} />}
      asideLabel="Checks"
    >
      {recipe.isArchived && (
        <Notice tone="note">
          This recipe is archived: sessions that used it keep it, new ones don’t offer it.
        </Notice>
      )}
      {!mayWrite && <p className={css.about}>Read only: practitioners write recipes.</p>}
      <Section title="Ingredients">
        <LinesTable version={version} />
      </Section>
      <RecipeTotalsStrip totals={version.totals} lineCount={version.ingredients.length} />
      {version.changeNote !== null && (
        <Section title="What changed, and why" meta={based && `made from version ${based.number}`}>
          <p className="read" dir="auto">
            {version.changeNote}
          </p>
        </Section>
      )}
      {recipe.notes !== '' && (
        <Section title="Notes">
          <p className={css.notes} dir="auto">
            {recipe.notes}
          </p>
        </Section>
      )}
      <ApprovalSection key={version.id} version={version} />
      <VersionList recipe={recipe} shown={version.number} />
    </PageFrame>
  );
}

function VersionTag({ recipe, version }: { recipe: RecipeDetail; version: RecipeVersionView }) {
  if (version.number < recipe.currentVersionNumber && version.status !== 'draft')
    return <Tag icon="clock">Older than version {recipe.currentVersionNumber}</Tag>;
  if (version.status === 'draft')
    return (
      <Tag tone="review" icon="edit">
        {VERSION_STATUS_LABELS.draft}
      </Tag>
    );
  if (version.status === 'retired')
    return <Tag icon="archive">{VERSION_STATUS_LABELS.retired}</Tag>;
  return (
    <Tag icon="lock">
      {version.lockedAt === null ? 'Approved, not used yet' : 'In use, kept as it is'}
    </Tag>
  );
}

/** To the version side by side with the one it was made from. */
function CompareLink({ recipe, version }: { recipe: RecipeDetail; version: RecipeVersionView }) {
  if (recipe.versions.length < 2) return null;
  return (
    <Link
      to="/recipes/$recipeId/compare"
      params={{ recipeId: recipe.id }}
      search={{ to: version.number === 1 ? 2 : version.number }}
      className={buttonClass()}
    >
      <ButtonContent icon="columns">Side by side</ButtonContent>
    </Link>
  );
}

function RecipeActions({ recipe, version }: { recipe: RecipeDetail; version: RecipeVersionView }) {
  const params = { recipeId: recipe.id };
  return (
    <>
      <RecipeMenu recipe={recipe} />
      <CompareLink recipe={recipe} version={version} />
      {!isLocked(version) && (
        <Link
          to="/recipes/$recipeId/change"
          params={params}
          search={{ version: version.number }}
          className={buttonClass()}
        >
          <ButtonContent icon="edit">Change version {version.number}</ButtonContent>
        </Link>
      )}
      {!recipe.isArchived && (
        <Link
          to="/recipes/$recipeId/new-version"
          params={params}
          search={{ version: version.number }}
          className={buttonClass({ variant: version.status === 'draft' ? 'default' : 'primary' })}
        >
          <ButtonContent icon="plus">New version</ButtonContent>
        </Link>
      )}
    </>
  );
}
