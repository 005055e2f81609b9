import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** What every key about screening begins with. */
export const screeningKey = ['screening'] as const;

/** The questions of a session, with what was answered and what that asks for. */
export const sessionScreeningQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...screeningKey, 'session', sessionId],
    queryFn: () => answered(api.sessions[':id'].screening.$get({ param: { id: sessionId } })),
  });

/** The questions of a course today, before there is a session's record. */
export const courseScreeningQuery = (courseId: string) =>
  queryOptions({
    queryKey: [...screeningKey, 'course', courseId],
    queryFn: () => answered(api.courses[':id'].screening.$get({ param: { id: courseId } })),
  });

/** Who waits for a clinician. The key is one of patients', so that their changes reach it. */
export const patientAlertsQuery = () =>
  queryOptions({
    queryKey: ['patients', 'alerts'],
    queryFn: () => answered(api['patient-alerts'].$get()),
    staleTime: 30_000,
  });

/** What a "yes" to each question means here. */
export const screeningLevelsQuery = () =>
  queryOptions({
    queryKey: [...screeningKey, 'levels'],
    queryFn: () => answered(api['screening-levels'].$get()),
  });
