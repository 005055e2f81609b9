import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

const PROFILES = ['profiles'] as const;

/** A patient's allergies, medication, conditions and measures. */
export const profileQuery = (patientId: string) =>
  queryOptions({
    queryKey: [...PROFILES, patientId],
    queryFn: () => answered(api.patients[':id'].profile.$get({ param: { id: patientId } })),
  });

/** The dated changes of a patient's profile, the oldest first. */
export const profileChangesQuery = (patientId: string) =>
  queryOptions({
    queryKey: [...PROFILES, patientId, 'changes'],
    queryFn: () => answered(api.patients[':id'].profile.changes.$get({ param: { id: patientId } })),
  });
