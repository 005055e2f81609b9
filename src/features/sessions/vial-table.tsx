import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import type { Session } from '#domain/sessions/session.ts';
import { useBy } from '#domain/sessions/vial-rules.ts';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import { showDate } from '#src/lib/dates.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field } from '#src/ui/field.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Changed, Status } from '#src/ui/status.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { orNull } from './draft-field.tsx';
import { inMl } from './session-words.ts';
import type { TypedVial } from './session-values.ts';
import type { SessionDraft } from './use-session-draft.ts';
import css from './vial-table.module.css';
import { vialRows, type VialRow, withVial } from './vial-rows.ts';
import { wasLot } from './was-last-time.ts';

/** Each ingredient of the recipe with what was really drawn of it: volume, lot and days of the vial. */
export function VialTable({
  draft,
  version,
  last,
}: {
  draft: SessionDraft;
  version: RecipeVersionView | undefined;
  last: Session | null;
}) {
  const vials = draft.values.usedIngredients;
  const rows = vialRows(version, vials);
  if (rows.length === 0)
    return <p className={css.none}>Choose a recipe: its ingredients appear here.</p>;
  const hasSingleDose = rows.some(({ isSingleDose }) => isSingleDose);
  const drawn = vials.reduce(
    (sum, { volumeMl }) => sum + (typeof volumeMl === 'number' ? volumeMl : 0),
    0,
  );
  return (
    <table className={css.table}>
      <caption className="visually-hidden">Ingredients, volumes and lots</caption>
      <thead>
        <tr>
          <th scope="col">Ingredient</th>
          <th scope="col" className="num">
            Planned
          </th>
          <th scope="col">Drawn</th>
          <th scope="col">Lot</th>
          <th scope="col">Printed expiry</th>
          <th scope="col">Opened</th>
          {hasSingleDose && <th scope="col">Vial</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <VialLine
            key={row.vial.ingredientId}
            row={row}
            draft={draft}
            last={last}
            hasSingleDose={hasSingleDose}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Drawn in all</th>
          <td className="num" data-label="Planned">
            {version && inMl(version.totals.volumeMl)}
          </td>
          <td data-label="Drawn">
            <b>{inMl(Number(drawn.toFixed(3)))}</b>
          </td>
          <td colSpan={hasSingleDose ? 4 : 3} />
        </tr>
      </tfoot>
    </table>
  );
}

function VialLine({
  row: { vial, name, kind, plannedMl, isSingleDose, openDaysMax },
  draft,
  last,
  hasSingleDose,
}: {
  row: VialRow;
  draft: SessionDraft;
  last: Session | null;
  hasSingleDose: boolean;
}) {
  const path = `usedIngredients.${vial.ingredientId}`;
  const set = (typed: Partial<TypedVial>) =>
    draft.set({ usedIngredients: withVial(draft.values.usedIngredients, { ...vial, ...typed }) });
  const cell = (column: keyof TypedVial) => ({
    label: `${name}: ${COLUMN_WORDS[column]}`,
    labelHidden: true,
    error: draft.errorOf(`${path}.${column}`),
  });
  const leave = (column: keyof TypedVial) => () => draft.leave(`${path}.${column}`);
  const was = wasLot(vial.ingredientId, vial.lot, last);
  const dayOf = (day: string | null) => (day !== null && isCalendarDay(day) ? day : null);
  const until = useBy(
    { expiresOn: dayOf(vial.expiresOn), openedOn: dayOf(vial.openedOn) },
    openDaysMax,
  );
  const isExpired = until !== null && until < draft.values.sessionOn;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        <span className={css.kind}>{kind ?? 'not in this recipe'}</span>
        {kind === null && (
          <IconButton
            icon="trash"
            label={`Take ${name} out`}
            onClick={() =>
              draft.set({
                usedIngredients: draft.values.usedIngredients.filter(
                  ({ ingredientId }) => ingredientId !== vial.ingredientId,
                ),
              })
            }
          />
        )}
      </th>
      <td className="num" data-label="Planned">
        {plannedMl === null ? '–' : inMl(plannedMl)}
      </td>
      <td data-label="Drawn" data-field={`${path}.volumeMl`}>
        <Field {...cell('volumeMl')}>
          <NumberInput
            value={vial.volumeMl}
            onChange={(volumeMl) => set({ volumeMl })}
            onBlur={leave('volumeMl')}
            unit="ml"
            decimals={2}
          />
        </Field>
      </td>
      <td data-label="Lot" data-field={`${path}.lot`}>
        <Field {...cell('lot')}>
          <TextInput
            value={vial.lot}
            onChange={(lot) => set({ lot: orNull(lot) })}
            onBlur={leave('lot')}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
          />
        </Field>
        {was !== null && <Changed>{was}</Changed>}
      </td>
      <td data-label="Printed expiry" data-field={`${path}.expiresOn`}>
        <Field {...cell('expiresOn')}>
          <DateInput
            value={vial.expiresOn}
            onChange={(day) => set({ expiresOn: orNull(day) })}
            onBlur={leave('expiresOn')}
          />
        </Field>
      </td>
      <td data-label="Opened" data-field={`${path}.openedOn`}>
        <Field {...cell('openedOn')}>
          <DateInput
            value={vial.openedOn}
            onChange={(day) => set({ openedOn: orNull(day) })}
            onBlur={leave('openedOn')}
          />
        </Field>
        {until !== null && vial.openedOn !== null && (
          <Status tone={isExpired ? 'stop' : 'ok'}>
            {isExpired ? 'Was to be used by' : 'Use by'} {showDate(until)}
          </Status>
        )}
      </td>
      {hasSingleDose && (
        <td data-label="Vial" data-field={`${path}.vial`}>
          {isSingleDose && (
            <Field {...cell('vial')}>
              <TextInput
                value={vial.vial}
                onChange={(label) => set({ vial: orNull(label) })}
                onBlur={leave('vial')}
                autoComplete="off"
                dir="ltr"
              />
            </Field>
          )}
        </td>
      )}
    </tr>
  );
}

const COLUMN_WORDS: Record<keyof TypedVial, string> = {
  ingredientId: 'ingredient',
  volumeMl: 'ml drawn',
  lot: 'lot',
  expiresOn: 'printed expiry',
  openedOn: 'opened on',
  vial: 'vial label',
};
