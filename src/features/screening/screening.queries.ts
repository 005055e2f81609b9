import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';
import { screeningKey } from '#src/lib/query-keys.ts';

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

/** What a form that was handed over asks; nothing of it is kept when the form is gone. */
export const intakeFormQuery = (secret: string) =>
  queryOptions({
    queryKey: ['intake', secret],
    queryFn: () => answered(api.intake.open.$post({ json: { secret } })),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  });
