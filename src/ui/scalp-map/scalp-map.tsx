import { type KeyboardEvent, useRef } from 'react';
import { SCALP_ZONE_LABELS, SCALP_ZONES, type ScalpZone } from '#domain/sessions/scalp-zones.ts';
import css from './scalp-map.module.css';
import { MAP_BOX, middleOf, placesOf, ZONE_PATHS } from './zone-shapes.ts';

/** How a zone looks on the map. */
export type ZoneLook = {
  /** Whether it was treated at all. */
  isOn: boolean;
  /** Points to draw in it. */
  points?: number | undefined;
  /** A step of the sequential scale instead, 1 to 5. */
  step?: 1 | 2 | 3 | 4 | 5 | undefined;
  /** Under its name, e.g. `2.60 ml`. */
  figure?: string | undefined;
  /** What a screen reader says of it besides its name. */
  words: string;
};

const HEAD =
  'M200 28C290 28 365 110 365 225C365 350 300 438 200 438C100 438 35 350 35 225C35 110 110 28 200 28Z';

const MOVES: Partial<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * The head from above with its zones. Without `onSelect` it is a picture with words; with it the
 * zones are radios: arrows move between them, and + and − are told to `onStep`.
 */
export function ScalpMap({
  label,
  looks,
  selected,
  onSelect,
  onStep,
}: {
  /** What the map is of, for screen readers. */
  label: string;
  looks: Record<ScalpZone, ZoneLook>;
  selected?: ScalpZone | null | undefined;
  onSelect?: ((zone: ScalpZone) => void) | undefined;
  onStep?: ((zone: ScalpZone, by: 1 | -1) => void) | undefined;
}) {
  const group = useRef<SVGGElement>(null);
  const choose = (zone: ScalpZone) => {
    onSelect?.(zone);
    group.current?.querySelector<SVGGElement>(`[data-zone="${zone}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, zone: ScalpZone) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (move !== undefined) {
      const next = (SCALP_ZONES.indexOf(zone) + move + SCALP_ZONES.length) % SCALP_ZONES.length;
      choose(SCALP_ZONES[next] ?? zone);
    } else if (event.key === ' ' || event.key === 'Enter') choose(zone);
    else if (event.key === '+' || event.key === '=') onStep?.(zone, 1);
    else if (event.key === '-') onStep?.(zone, -1);
    else return;
    event.preventDefault();
  };
  const first = selected ?? SCALP_ZONES[0];
  return (
    <svg
      className={css.map}
      viewBox={`0 0 ${MAP_BOX.width} ${MAP_BOX.height}`}
      role={onSelect ? undefined : 'img'}
      aria-label={onSelect ? undefined : `${label}. ${inWords(looks)}`}
    >
      <g className={css.head} aria-hidden="true">
        <path d="M187 31C188 12 194 6 200 6S212 12 213 31" />
        <path d="M37 204C24 200 16 208 16 224S28 262 41 262" />
        <path d="M363 204C376 200 384 208 384 224S372 262 359 262" />
        <path d={HEAD} />
      </g>
      <g
        ref={group}
        role={onSelect ? 'radiogroup' : undefined}
        aria-label={onSelect ? label : undefined}
      >
        {SCALP_ZONES.map((zone) => (
          <g
            key={zone}
            data-zone={zone}
            className={css.zone}
            data-on={looks[zone].isOn || undefined}
            data-step={looks[zone].step}
            data-selected={zone === selected || undefined}
            {...(onSelect && {
              role: 'radio',
              'aria-checked': zone === selected,
              'aria-label': `${SCALP_ZONE_LABELS[zone]}, ${looks[zone].words}`,
              tabIndex: zone === first ? 0 : -1,
              onClick: () => choose(zone),
              onKeyDown: (event: KeyboardEvent) => onKeyDown(event, zone),
            })}
          >
            <path d={ZONE_PATHS[zone]} />
            <ZoneWords zone={zone} look={looks[zone]} />
          </g>
        ))}
      </g>
    </svg>
  );
}

function ZoneWords({ zone, look }: { zone: ScalpZone; look: ZoneLook }) {
  const { x, y } = middleOf(zone);
  return (
    <g aria-hidden="true">
      {placesOf(zone, look.points ?? 0).map((place) => (
        <circle
          key={`${place.x} ${place.y}`}
          className={css.point}
          cx={place.x}
          cy={place.y}
          r={3}
        />
      ))}
      <text x={x} y={look.figure === undefined ? y + 4 : y - 3}>
        {SCALP_ZONE_LABELS[zone]}
      </text>
      {look.figure !== undefined && (
        <text className={css.figure} x={x} y={y + 12}>
          {look.figure}
        </text>
      )}
    </g>
  );
}

const inWords = (looks: Record<ScalpZone, ZoneLook>): string =>
  SCALP_ZONES.filter((zone) => looks[zone].isOn)
    .map((zone) => `${SCALP_ZONE_LABELS[zone]}: ${looks[zone].words}`)
    .join('; ') || 'No zone is recorded.';
