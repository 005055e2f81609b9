import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveArea, LiveChange } from '#domain/live/live-change.ts';
import { DESK_ID } from './api.ts';

/**
 * The first parts of the query keys that show something of an area. What is being edited is left
 * as it is: a session's own record and draft meet another's change when they are saved.
 */
const SHOWN_IN: Record<LiveArea, readonly string[]> = {
  patients: ['patients', 'search', 'schedule', 'appointments', 'follow-ups', 'waiting-list'],
  appointments: ['appointments', 'schedule', 'my-day', 'today', 'waiting-list'],
  'waiting-list': ['waiting-list'],
  availability: ['availability', 'schedule', 'appointments'],
  courses: ['courses', 'patients', 'schedule', 'appointments', 'my-day'],
  protocols: ['protocols'],
  profiles: ['profiles', 'schedule', 'my-day', 'patients'],
  screening: ['screening', 'schedule', 'my-day', 'patients'],
  consents: ['consents', 'schedule', 'my-day', 'patients'],
  consultations: ['consultations', 'my-day'],
  sessions: ['my-day', 'courses', 'follow-ups'],
  outcomes: ['outcomes', 'follow-ups', 'my-day'],
  'side-effects': ['side-effects', 'follow-ups', 'my-day'],
  'follow-ups': ['follow-ups', 'my-day', 'today'],
  'phone-reports': ['phone-reports', 'follow-ups', 'my-day'],
  recipes: ['recipes', 'search'],
  ingredients: ['ingredients', 'search'],
  notifications: ['notifications'],
  staff: ['staff', 'schedule'],
  clinic: ['clinic', 'me', 'schedule'],
};

/** Areas that a patient's chart is made of. */
const IN_CHART: ReadonlySet<LiveArea> = new Set<LiveArea>([
  'patients',
  'courses',
  'profiles',
  'screening',
  'consents',
  'consultations',
  'sessions',
  'outcomes',
  'side-effects',
]);

/** Areas whose changes may stop a session that is being written. */
const IN_CHECKS: ReadonlySet<LiveArea> = new Set<LiveArea>([
  'profiles',
  'screening',
  'consents',
  'recipes',
  'ingredients',
]);

/** Whether what a query shows may be out of date after the change. */
export function isTouched(queryKey: QueryKey, { area, patientId }: LiveChange): boolean {
  const [first, second] = queryKey;
  if (typeof first !== 'string') return false;
  if (first === 'chart') return IN_CHART.has(area) && (patientId === null || second === patientId);
  if (first === 'sessions' && second === 'checks') return IN_CHECKS.has(area);
  return SHOWN_IN[area].includes(first);
}

const isChanges = (value: unknown): value is LiveChange[] =>
  Array.isArray(value) &&
  value.every((one: unknown) => typeof one === 'object' && one !== null && 'area' in one);

function readChanges(text: string): LiveChange[] {
  try {
    const value: unknown = JSON.parse(text);
    return isChanges(value) ? value.filter(({ area }) => area in SHOWN_IN) : [];
  } catch {
    return [];
  }
}

/**
 * Keeps this desk's screens as others change things: asks again for what is touched, until the
 * returned function is called. A tab out of sight does not listen; when it is looked at again, or
 * the connection was lost meanwhile, everything on screen is asked for anew.
 */
export function followChanges(queryClient: QueryClient): () => void {
  let source: EventSource | undefined;
  let wasLost = false;

  const open = (): void => {
    source = new EventSource(`/api/events?desk=${DESK_ID}`);
    source.addEventListener('open', () => {
      if (wasLost) void queryClient.invalidateQueries({ refetchType: 'active' });
      wasLost = false;
    });
    source.addEventListener('error', () => {
      wasLost = true;
    });
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const changes = readChanges(event.data);
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => changes.some((change) => isTouched(queryKey, change)),
      });
    });
  };

  const follow = (): void => {
    const isSeen = document.visibilityState === 'visible';
    if (isSeen && !source) open();
    if (isSeen || !source) return;
    source.close();
    source = undefined;
    wasLost = true;
  };

  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    source?.close();
  };
}
