import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { SCALP_ZONE_LABELS, SCALP_ZONES, type ScalpZone } from '#domain/sessions/scalp-zones.ts';
import { type ZoneOverCourse, zonesOverCourse } from '#domain/sessions/zone-rules.ts';
import type { Session } from '#domain/sessions/session.ts';
import { showDate } from '#src/lib/dates.ts';
import { stepBounds, stepOf } from '#src/ui/scalp-map/scale-steps.ts';
import { ScalpMap, type ZoneLook } from '#src/ui/scalp-map/scalp-map.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './scalp-section.module.css';
import { inMl } from './session-words.ts';
import { readValues, type SessionValues } from './session-values.ts';

/** The course's signed sessions and this draft, summed by zone: ml per cm² in five steps. */
export function CourseMap({
  query,
  values,
  sessionOn,
}: {
  query: UseQueryResult<Session[]>;
  /** What is typed in the draft beside the signed ones; null where there is none. */
  values: SessionValues | null;
  sessionOn: string;
}) {
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState rows={4} label="Loading the course" />}
      errorTitle="The course’s sessions did not load"
    >
      {(signed) => {
        const zones = values === null ? undefined : readValues(values).good.zones;
        const draft = zones ? [{ id: 'draft', number: null, sessionOn, zones }] : [];
        return <Summed zones={zonesOverCourse([...signed, ...draft])} />;
      }}
    </QueryBoundary>
  );
}

function Summed({ zones }: { zones: readonly ZoneOverCourse[] }) {
  const [selected, setSelected] = useState<ScalpZone>(zones[0]?.zone ?? 'vertex');
  if (zones.length === 0)
    return <p className={css.none}>No session of this course has a volume recorded by zone yet.</p>;
  const bounds = stepBounds(Math.max(...zones.map(({ mlPerCm2 }) => mlPerCm2 ?? 0)));
  const of = (zone: ScalpZone) => zones.find((one) => one.zone === zone);
  const looks = Object.fromEntries(
    SCALP_ZONES.map((zone): [ScalpZone, ZoneLook] => {
      const found = of(zone);
      if (!found) return [zone, { isOn: false, words: 'nothing recorded' }];
      const { mlPerCm2, volumeMl, sessions } = found;
      const per = mlPerCm2 === null ? 'area not recorded' : `${mlPerCm2.toFixed(3)} ml per cm²`;
      return [
        zone,
        {
          isOn: true,
          ...(mlPerCm2 === null ? {} : { step: stepOf(mlPerCm2, bounds) }),
          figure: inMl(volumeMl),
          words: `${inMl(volumeMl)} in ${sessions.length} sessions, ${per}`,
        },
      ];
    }),
    // Every zone is named, which Object.fromEntries forgets.
  ) as Record<ScalpZone, ZoneLook>;
  return (
    <div className={css.beside}>
      <ScalpMap
        label="Volume by zone over the course"
        looks={looks}
        selected={selected}
        onSelect={setSelected}
      />
      <div className={css.panel}>
        <h3>{SCALP_ZONE_LABELS[selected]}</h3>
        <OneZone zone={of(selected)} />
        <div className={css.scale} aria-hidden="true">
          <p>ml per cm², all sessions</p>
          <ol>
            {bounds.map((bound, index) => (
              <li key={bound} data-step={index + 1}>
                {bound}
              </li>
            ))}
          </ol>
        </div>
      </div>
    </div>
  );
}

function OneZone({ zone }: { zone: ZoneOverCourse | undefined }) {
  if (!zone) return <p className={css.none}>Nothing is recorded here.</p>;
  return (
    <>
      <dl className={css.facts}>
        <dt>{zone.sessions.length === 1 ? '1 session' : `${zone.sessions.length} sessions`}</dt>
        <dd>{inMl(zone.volumeMl)}</dd>
        <dt>Per cm²</dt>
        <dd>{zone.mlPerCm2 === null ? 'no area' : `${zone.mlPerCm2.toFixed(3)} ml`}</dd>
      </dl>
      <table className={css.totals}>
        <caption className="visually-hidden">Sessions of this zone</caption>
        <thead>
          <tr>
            <th scope="col">Session</th>
            <th scope="col">Day</th>
            <th scope="col">ml</th>
          </tr>
        </thead>
        <tbody>
          {zone.sessions.map(({ id, number, sessionOn, volumeMl }) => (
            <tr key={id} data-selected={number === null || undefined}>
              <th scope="row">{number ?? 'this'}</th>
              <td>{showDate(sessionOn)}</td>
              <td>{volumeMl.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
