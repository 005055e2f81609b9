import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** What every key about consultations begins with. */
export const consultationsKey = ['consultations'] as const;

/** One consultation, and what differs from the one before. */
export const consultationQuery = (id: string) =>
  queryOptions({
    queryKey: [...consultationsKey, 'one', id],
    queryFn: () => answered(api.consultations[':id'].$get({ param: { id } })),
  });

/** A patient's consultations, drafts included, the oldest first. */
export const patientConsultationsQuery = (patientId: string) =>
  queryOptions({
    queryKey: [...consultationsKey, 'patient', patientId],
    queryFn: () => answered(api.patients[':id'].consultations.$get({ param: { id: patientId } })),
  });
