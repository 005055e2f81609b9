import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SCALP_ZONE_LABELS, SCALP_ZONES, type ScalpZone } from '#domain/sessions/scalp-zones.ts';
import type { Session } from '#domain/sessions/session.ts';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { ScalpMap, type ZoneLook } from '#src/ui/scalp-map/scalp-map.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { Changed } from '#src/ui/status.tsx';
import { CourseMap } from './course-map.tsx';
import css from './scalp-section.module.css';
import type { SessionValues } from './session-values.ts';
import { signedOfCourseQuery } from './sessions.queries.ts';
import type { SessionDraft } from './use-session-draft.ts';
import { wasPoints } from './was-last-time.ts';
import { fillAll, fillOf, stepPoints, totalsOf, typeZone, zoneOf } from './zone-edits.ts';
import { inMl } from './session-words.ts';
import { ZoneTable } from './zone-table.tsx';

const VIEWS = [
  { value: 'map', label: 'Map' },
  { value: 'table', label: 'Table' },
  { value: 'course', label: 'Course' },
] as const;
type View = (typeof VIEWS)[number]['value'];

const pointsInWords = (count: number): string => `${count} ${count === 1 ? 'point' : 'points'}`;

function looksOf(values: SessionValues): Record<ScalpZone, ZoneLook> {
  return Object.fromEntries(
    SCALP_ZONES.map((zone): [ScalpZone, ZoneLook] => {
      const { areaCm2, points, volumeMl } = zoneOf(values, zone);
      const count = typeof points === 'number' ? points : 0;
      const isOn = [areaCm2, points, volumeMl].some((value) => value !== null && value !== '');
      const volume = typeof volumeMl === 'number' ? `, ${inMl(volumeMl)}` : '';
      const area = typeof areaCm2 === 'number' ? `${areaCm2} cm², ` : '';
      return [
        zone,
        {
          isOn,
          points: count,
          words: isOn ? `${area}${pointsInWords(count)}${volume}` : 'not treated',
        },
      ];
    }),
    // Every zone is named, which Object.fromEntries forgets.
  ) as Record<ScalpZone, ZoneLook>;
}

/** Where it went: the scalp map, its table, and the course so far. */
export function ScalpSection({
  draft,
  courseId,
  last,
}: {
  draft: SessionDraft;
  courseId: string;
  last: Session | null;
}) {
  const [view, setView] = useState<View>('map');
  const [selected, setSelected] = useState<ScalpZone>(draft.values.zones[0]?.zone ?? 'vertex');
  const { values } = draft;
  const course = useQuery({ ...signedOfCourseQuery(courseId), enabled: view === 'course' });
  return (
    <Section
      title="Scalp map"
      actions={
        <Segmented label="What the map shows" value={view} options={VIEWS} onChange={setView} />
      }
    >
      <div data-field="zones" className={css.section}>
        {view === 'map' && (
          <div className={css.beside}>
            <div>
              <ScalpMap
                label="Zones of the scalp"
                looks={looksOf(values)}
                selected={selected}
                onSelect={setSelected}
                onStep={(zone, by) => draft.set(stepPoints(values, zone, by))}
              />
              <p className={css.legend}>Nose up, left is the patient’s left</p>
            </div>
            <ZonePanel draft={draft} zone={selected} last={last} onSelect={setSelected} />
          </div>
        )}
        {view === 'table' && <ZoneTable draft={draft} />}
        {view === 'course' && (
          <CourseMap query={course} values={values} sessionOn={values.sessionOn} />
        )}
      </div>
    </Section>
  );
}

function ZonePanel({
  draft,
  zone,
  last,
  onSelect,
}: {
  draft: SessionDraft;
  zone: ScalpZone;
  last: Session | null;
  onSelect: (zone: ScalpZone) => void;
}) {
  const { values } = draft;
  const typed = zoneOf(values, zone);
  const fill = fillOf(values, zone);
  const all = fillAll(values);
  const was = wasPoints(zone, typed.points, last);
  const name = SCALP_ZONE_LABELS[zone];
  const error = (column: string) => draft.errorOf(`zones.${zone}.${column}`);
  const leave = (column: string) => () => draft.leave(`zones.${zone}.${column}`);
  const spacing = typeof values.spacingCm === 'number' ? values.spacingCm : null;
  return (
    <div className={css.panel} role="group" aria-label={`Zone ${name}`}>
      <h3>{name}</h3>
      <Field label="Zone area" error={error('areaCm2')}>
        <NumberInput
          value={typed.areaCm2}
          onChange={(areaCm2) => draft.set(typeZone(values, zone, { areaCm2 }))}
          onBlur={leave('areaCm2')}
          unit="cm²"
        />
      </Field>
      <Field
        label="Zone points"
        error={error('points')}
        aside={was === null ? undefined : <Changed>{was}</Changed>}
      >
        <NumberInput
          value={typed.points}
          onChange={(points) => draft.set(typeZone(values, zone, { points }))}
          onBlur={leave('points')}
          stepper={{ step: 1, min: 0, max: 1000 }}
        />
      </Field>
      <Button
        disabled={fill === null}
        onClick={() => fill !== null && draft.set(typeZone(values, zone, { points: fill }))}
      >
        {spacing === null ? 'Fill at the spacing' : `Fill at ${spacing} cm`}
      </Button>
      {all && <Button onClick={() => draft.set(all.change)}>Fill all {all.count} zones</Button>}
      <Field label="Zone volume" error={error('volumeMl')}>
        <NumberInput
          value={typed.volumeMl}
          onChange={(volumeMl) => draft.set(typeZone(values, zone, { volumeMl }))}
          onBlur={leave('volumeMl')}
          unit="ml"
          decimals={2}
        />
      </Field>
      <Button
        variant="quiet"
        onClick={() =>
          draft.set(typeZone(values, zone, { areaCm2: null, points: null, volumeMl: null }))
        }
      >
        Clear zone
      </Button>
      <Totals values={values} selected={zone} onSelect={onSelect} />
    </div>
  );
}

function Totals({
  values,
  selected,
  onSelect,
}: {
  values: SessionValues;
  selected: ScalpZone;
  onSelect: (zone: ScalpZone) => void;
}) {
  if (values.zones.length === 0)
    return <p className={css.none}>No zone yet. Choose one on the map and type its area.</p>;
  const totals = totalsOf(values.zones);
  return (
    <table className={css.totals}>
      <caption className="visually-hidden">Zones so far</caption>
      <thead>
        <tr>
          <th scope="col">Zone</th>
          <th scope="col">cm²</th>
          <th scope="col">pts</th>
          <th scope="col">ml</th>
        </tr>
      </thead>
      <tbody>
        {values.zones.map(({ zone, areaCm2, points, volumeMl }) => (
          <tr key={zone} data-selected={zone === selected || undefined}>
            <th scope="row">
              <button type="button" onClick={() => onSelect(zone)}>
                {SCALP_ZONE_LABELS[zone]}
              </button>
            </th>
            <td>{areaCm2 ?? '–'}</td>
            <td>{points ?? '–'}</td>
            <td>{typeof volumeMl === 'number' ? volumeMl.toFixed(2) : (volumeMl ?? '–')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>{totals.areaCm2 ?? '–'}</td>
          <td>{totals.points ?? '–'}</td>
          <td>{totals.volumeMl?.toFixed(2) ?? '–'}</td>
        </tr>
      </tfoot>
    </table>
  );
}
