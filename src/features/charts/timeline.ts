import type { PatientChart } from '#domain/patients/chart.ts';

type SessionOf = PatientChart['sessions'][number];
type ReadingOf = PatientChart['outcomes'][number];
type EffectOf = PatientChart['sideEffects'][number];

/** One thing that happened, on its clinic date. */
export type TimelineEntry = { key: string; on: string; courseId: string } & (
  | { kind: 'session'; session: SessionOf }
  | { kind: 'assessment'; readings: ReadingOf[] }
  | { kind: 'side-effect'; effect: EffectOf }
);

/** What of the timeline is shown. */
export const TIMELINE_FILTERS = ['all', 'session', 'assessment', 'side-effect'] as const;
/** One of these. */
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

function assessments(outcomes: readonly ReadingOf[]): TimelineEntry[] {
  const together = new Map<string, ReadingOf[]>();
  for (const reading of outcomes) {
    const key = `${reading.courseId} ${reading.assessedOn}`;
    together.set(key, [...(together.get(key) ?? []), reading]);
  }
  return Array.from(together, ([key, readings]) => ({
    kind: 'assessment' as const,
    key,
    on: readings[0]?.assessedOn ?? '',
    courseId: readings[0]?.courseId ?? '',
    readings,
  }));
}

/** Everything of the chart in one line, the newest first; readings of one day stand together. */
export function timelineOf(
  chart: Pick<PatientChart, 'sessions' | 'outcomes' | 'sideEffects'>,
): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...chart.sessions.map((session) => ({
      kind: 'session' as const,
      key: session.id,
      on: session.sessionOn,
      courseId: session.courseId,
      session,
    })),
    ...assessments(chart.outcomes),
    ...chart.sideEffects.map((effect) => ({
      kind: 'side-effect' as const,
      key: effect.id,
      on: effect.onsetOn,
      courseId: effect.courseId,
      effect,
    })),
  ];
  return entries.toSorted((a, b) =>
    a.on === b.on ? (a.key < b.key ? 1 : -1) : a.on < b.on ? 1 : -1,
  );
}
