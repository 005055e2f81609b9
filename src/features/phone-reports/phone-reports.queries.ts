import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** The key everything of phoned reports begins with. */
export const phoneReportsKey = ['phone-reports'] as const;

/** What one handed over, the newest first. */
export const handedOverQuery = () =>
  queryOptions({
    queryKey: [...phoneReportsKey, 'handed-over'],
    queryFn: () => answered(api['phone-reports']['handed-over'].$get({ query: { limit: '20' } })),
    // Whether someone has it by now is told nowhere else at the desk.
    refetchInterval: 30_000,
  });

/** One report, for the care team. */
export const phoneReportQuery = (id: string) =>
  queryOptions({
    queryKey: [...phoneReportsKey, 'one', id],
    queryFn: () => answered(api['phone-reports'][':id'].$get({ param: { id } })),
  });

/** The side effects of a patient that a report may have become, the newest first. */
export const possibleEffectsQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['side-effects', 'of-patient', patientId],
    queryFn: async () =>
      (await answered(api['side-effects'].$get({ query: { patientId, limit: '50' } }))).items,
  });
