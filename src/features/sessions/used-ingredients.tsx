import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import type { Session } from '#domain/sessions/session.ts';
import { showDate } from '#src/lib/dates.ts';
import { inMl } from './session-words.ts';
import css from './signed-session.module.css';
import { vialRows } from './vial-rows.ts';

/** What was drawn of each ingredient and from which vial, to read. */
export function UsedIngredients({
  session,
  version,
}: {
  session: Session;
  version: RecipeVersionView | undefined;
}) {
  const used = session.usedIngredients;
  if (used.length === 0)
    return <p className="faint">No volumes or lots of single ingredients were recorded.</p>;
  const names = new Map(vialRows(version, used).map(({ vial, name }) => [vial.ingredientId, name]));
  const total = used.reduce((sum, { volumeMl }) => sum + volumeMl, 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone it scrolls by itself, so the keyboard must reach it
    <div className={css.scrolled} role="region" aria-label="Ingredients and lots" tabIndex={0}>
      <table className={css.table}>
        <caption className="visually-hidden">Ingredients, volumes and lots</caption>
        <thead>
          <tr>
            <th scope="col">Ingredient</th>
            <th scope="col" className="num">
              Drawn
            </th>
            <th scope="col">Lot</th>
            <th scope="col">Printed expiry</th>
            <th scope="col">Opened</th>
          </tr>
        </thead>
        <tbody>
          {used.map((vial) => (
            <tr key={vial.ingredientId}>
              <th scope="row">
                <bdi>{names.get(vial.ingredientId)}</bdi>
              </th>
              <td className="num">{inMl(vial.volumeMl)}</td>
              <td>{vial.lot ?? <span className="faint">Not recorded</span>}</td>
              <td>{vial.expiresOn === null ? '–' : showDate(vial.expiresOn)}</td>
              <td>{vial.openedOn === null ? '–' : showDate(vial.openedOn)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Drawn in all</th>
            <td className="num">{inMl(Number(total.toFixed(3)))}</td>
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
