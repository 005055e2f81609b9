import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { VEHICLE_LABELS } from '#domain/ingredients/ingredient-enums.ts';
import type { RecipeDetail, RecipeLine, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import {
  type LineChange,
  type LineDiff,
  type TotalDiff,
  versionDiff,
} from '#domain/recipes/version-diff.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Tag } from '#src/ui/tag.tsx';
import css from './compare-versions.module.css';
import { amountWords, strengthWords, volumeWords } from './recipe-words.tsx';
import { recipeQueryOptions } from './recipes.queries.ts';

type Choice = { from: number | undefined; to: number | undefined };

/** Two versions of a recipe side by side: what was added, removed and changed, and the totals. */
export function CompareVersions({
  recipeId,
  choice,
  onChoose,
}: {
  recipeId: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const query = useQuery(recipeQueryOptions(recipeId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="table" rows={6} />}
      errorTitle="This recipe did not load"
    >
      {(recipe) => <Compared recipe={recipe} choice={choice} onChoose={onChoose} />}
    </QueryBoundary>
  );
}

function Compared({
  recipe,
  choice,
  onChoose,
}: {
  recipe: RecipeDetail;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const numbered = (number: number | undefined) =>
    recipe.versions.find((version) => version.number === number);
  const after = numbered(choice.to) ?? recipe.versions[0];
  const based = recipe.versions.find(({ id }) => id === after?.basedOnVersionId);
  const before = numbered(choice.from) ?? based ?? recipe.versions[1];
  const title = `Compare versions of ${recipe.name}`;
  if (!after || !before)
    return (
      <PageFrame
        title={title}
        heading={<Name>{recipe.name}</Name>}
        back={<BackToRecipe recipe={recipe} />}
      >
        <EmptyState
          icon="flask"
          title="There is one version"
          text="Two can be compared once a next version is written."
        />
      </PageFrame>
    );
  const options = recipe.versions.map(({ number }) => ({
    value: String(number),
    label: `Version ${number}`,
  }));
  const box = (label: string, version: RecipeVersionView, key: keyof Choice) => (
    <Field label={label}>
      <SelectInput
        value={String(version.number)}
        options={options}
        onChange={(chosen) =>
          onChoose({
            from: before.number,
            to: after.number,
            [key]: chosen === null ? undefined : Number(chosen),
          })
        }
      />
    </Field>
  );
  return (
    <PageFrame
      title={title}
      heading={<Name>{recipe.name}</Name>}
      meta={`version ${before.number} against version ${after.number}`}
      back={<BackToRecipe recipe={recipe} />}
    >
      <div className={css.choice}>
        {box('From', before, 'from')}
        {box('To', after, 'to')}
      </div>
      {after.changeNote !== null && (
        <p className={`read ${css.note}`} dir="auto">
          Version {after.number}: {after.changeNote}
        </p>
      )}
      <Diff before={before} after={after} />
    </PageFrame>
  );
}

const BackToRecipe = ({ recipe }: { recipe: RecipeDetail }) => (
  <Link
    to="/recipes/$recipeId"
    params={{ recipeId: recipe.id }}
    className={buttonClass({ variant: 'quiet' })}
    aria-label="Back to the recipe"
  >
    <Icon name="chevron-left" />
  </Link>
);

function Diff({ before, after }: { before: RecipeVersionView; after: RecipeVersionView }) {
  const { lines, totals } = versionDiff(before, after);
  const changed = lines.filter(({ kind }) => kind !== 'same').length;
  return (
    <>
      <Section
        title="Ingredients"
        meta={changed === 0 ? 'no difference' : `${changed} of ${lines.length} differ`}
      >
        <div
          className={css.scrolled}
          role="region"
          aria-label="Lines of both versions"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone it scrolls by itself, so the keyboard must reach it
          tabIndex={0}
        >
          <table className={css.table}>
            <caption className="visually-hidden">
              Version {before.number} and version {after.number}, line by line
            </caption>
            <thead>
              <tr>
                <th scope="col">Change</th>
                <th scope="col">Ingredient</th>
                <th scope="col">Version {before.number}</th>
                <th scope="col">Version {after.number}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <DiffRow key={`${(line.after ?? line.before)?.order} ${line.kind}`} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <Section title="Totals">
        <table className={`${css.table} ${css.totals}`}>
          <caption className="visually-hidden">Totals of both versions</caption>
          <thead>
            <tr>
              <th scope="col">Total</th>
              <th scope="col">Version {before.number}</th>
              <th scope="col">Version {after.number}</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            <TotalRow label="Volume, ml" diff={totals.volumeMl} words={volumeWords} />
            <TotalRow label="Anaesthetic, mg" diff={totals.anaestheticMg} words={amountWords} />
            <TotalRow label="Principal" diff={totals.principalCount} words={String} />
            <TotalRow label="Lines" diff={totals.lineCount} words={String} />
          </tbody>
        </table>
      </Section>
    </>
  );
}

const KINDS: Record<LineDiff['kind'], { word: string; icon: 'plus' | 'minus' | 'changed' } | null> =
  {
    same: null,
    changed: { word: 'Changed', icon: 'changed' },
    added: { word: 'Added', icon: 'plus' },
    removed: { word: 'Removed', icon: 'minus' },
  };

function DiffRow({ line }: { line: LineDiff }) {
  const { kind, before, after, changes } = line;
  const mark = KINDS[kind];
  return (
    <tr data-kind={kind}>
      <td>
        {mark ? (
          <Tag tone="accent" icon={mark.icon}>
            {mark.word}
          </Tag>
        ) : (
          <span className="faint">Same</span>
        )}
      </td>
      <th scope="row">
        <Name strong wrap>
          {(after ?? before)?.ingredient.name ?? ''}
        </Name>
      </th>
      <td>
        <LineWords line={before} changes={changes} />
      </td>
      <td>
        <LineWords line={after} changes={changes} />
      </td>
    </tr>
  );
}

function LineWords({ line, changes }: { line: RecipeLine | null; changes: readonly LineChange[] }) {
  if (line === null) return <span className="faint">Not in it</span>;
  const part = (change: LineChange, words: string) =>
    changes.includes(change) ? <b>{words}</b> : words;
  return (
    <>
      {part('volume', `${volumeWords(line.volumeMl)} ml`)} · {part('strength', strengthWords(line))}
      {line.amountMg !== null && ` · ${amountWords(line.amountMg)} mg`} ·{' '}
      {part('vehicle', VEHICLE_LABELS[line.ingredient.vehicle].toLowerCase())}
    </>
  );
}

function TotalRow({
  label,
  diff: { before, after, by },
  words,
}: {
  label: string;
  diff: TotalDiff;
  words: (value: number) => string;
}) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{words(before)}</td>
      <td>{words(after)}</td>
      <td>{by === 0 ? '–' : `${by > 0 ? '+' : '−'}${words(Math.abs(by))}`}</td>
    </tr>
  );
}
