import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  SCALP_ZONE_LABELS,
  SCALP_ZONES,
  type ScalpZone,
  type ZoneRecord,
} from '#domain/sessions/scalp-zones.ts';
import { zoneTotals } from '#domain/sessions/zone-rules.ts';
import type { Session } from '#domain/sessions/session.ts';
import { Section } from '#src/ui/page-frame.tsx';
import { ScalpMap, type ZoneLook } from '#src/ui/scalp-map/scalp-map.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { CourseMap } from './course-map.tsx';
import css from './scalp-section.module.css';
import { inMl } from './session-words.ts';
import { signedOfCourseQuery } from './sessions.queries.ts';

const VIEWS = [
  { value: 'session', label: 'This session' },
  { value: 'course', label: 'Course' },
] as const;

function lookOf(record: ZoneRecord | undefined): ZoneLook {
  if (!record) return { isOn: false, words: 'not treated' };
  const { areaCm2, points, volumeMl } = record;
  const words = [
    areaCm2 === null ? null : `${areaCm2} cm²`,
    points === null ? null : `${points} points`,
    volumeMl === null ? null : inMl(volumeMl),
  ];
  return {
    isOn: true,
    points: points ?? 0,
    words: words.filter((part) => part !== null).join(', ') || 'treated',
  };
}

/** Where a session went, to read: the map beside its figures, and the course as it stands now. */
export function SignedScalp({ session }: { session: Session }) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('session');
  const course = useQuery({
    ...signedOfCourseQuery(session.courseId),
    enabled: view === 'course',
  });
  if (session.zones.length === 0) return null;
  const looks = Object.fromEntries(
    SCALP_ZONES.map((zone) => [zone, lookOf(session.zones.find((one) => one.zone === zone))]),
    // Every zone is named, which Object.fromEntries forgets.
  ) as Record<ScalpZone, ZoneLook>;
  return (
    <Section
      title="Scalp map"
      actions={
        <span data-print="hide">
          <Segmented label="What the map shows" value={view} options={VIEWS} onChange={setView} />
        </span>
      }
    >
      <div className={css.section}>
        {view === 'course' ? (
          <CourseMap query={course} values={null} sessionOn={session.sessionOn} />
        ) : (
          <div className={css.beside}>
            <div>
              <ScalpMap label="Zones of this session" looks={looks} />
              <p className={css.legend}>Nose up, left is the patient’s left</p>
            </div>
            <Figures zones={session.zones} />
          </div>
        )}
      </div>
    </Section>
  );
}

function Figures({ zones }: { zones: readonly ZoneRecord[] }) {
  const totals = zoneTotals(zones);
  return (
    <table className={`${css.totals} ${css.read}`}>
      <caption className="visually-hidden">Zones of this session</caption>
      <thead>
        <tr>
          <th scope="col">Zone</th>
          <th scope="col">cm²</th>
          <th scope="col">pts</th>
          <th scope="col">ml</th>
        </tr>
      </thead>
      <tbody>
        {zones.map(({ zone, areaCm2, points, volumeMl }) => (
          <tr key={zone}>
            <th scope="row">{SCALP_ZONE_LABELS[zone]}</th>
            <td>{areaCm2 ?? '–'}</td>
            <td>{points ?? '–'}</td>
            <td>{volumeMl?.toFixed(2) ?? '–'}</td>
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
