import { SCALP_ZONE_LABELS, SCALP_ZONES } from '#domain/sessions/scalp-zones.ts';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import css from './scalp-section.module.css';
import type { SessionDraft } from './use-session-draft.ts';
import { fillOf, totalsOf, typeZone, zoneOf } from './zone-edits.ts';

const COLUMNS = [
  { name: 'areaCm2', head: 'Area, cm²', words: 'area in cm²', decimals: 0 },
  { name: 'points', head: 'Points', words: 'points', decimals: 0 },
  { name: 'volumeMl', head: 'Volume, ml', words: 'volume in ml', decimals: 2 },
] as const;

/** The scalp map as a table: every zone with its area, points and volume, all of it to type in. */
export function ZoneTable({ draft }: { draft: SessionDraft }) {
  const { values } = draft;
  const totals = totalsOf(values.zones);
  return (
    <table className={css.table} aria-label="Zones of the scalp">
      <thead>
        <tr>
          <th scope="col">Zone</th>
          {COLUMNS.map(({ name, head }) => (
            <th key={name} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">Fill</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {SCALP_ZONES.map((zone) => {
          const typed = zoneOf(values, zone);
          const fill = fillOf(values, zone);
          const label = SCALP_ZONE_LABELS[zone];
          return (
            <tr key={zone}>
              <th scope="row">{label}</th>
              {COLUMNS.map(({ name, words, decimals }) => {
                const path = `zones.${zone}.${name}`;
                return (
                  <td key={name} data-field={path}>
                    <Field label={`${label}: ${words}`} labelHidden error={draft.errorOf(path)}>
                      <NumberInput
                        value={typed[name]}
                        onChange={(value) => draft.set(typeZone(values, zone, { [name]: value }))}
                        onBlur={() => draft.leave(path)}
                        decimals={decimals}
                      />
                    </Field>
                  </td>
                );
              })}
              <td>
                <Button
                  variant="quiet"
                  size="sm"
                  disabled={fill === null}
                  aria-label={`Fill ${label} at the spacing`}
                  onClick={() =>
                    fill !== null && draft.set(typeZone(values, zone, { points: fill }))
                  }
                >
                  Fill
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>{totals.areaCm2 ?? '–'}</td>
          <td>{totals.points ?? '–'}</td>
          <td>{totals.volumeMl?.toFixed(2) ?? '–'}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
