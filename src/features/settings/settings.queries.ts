import { queryOptions } from '@tanstack/react-query';
import type { Clinic } from '#domain/clinic/clinic.ts';
import { answered, api } from '#src/lib/api.ts';

/** The clinic and its settings. */
export const clinicQuery = () =>
  queryOptions({
    queryKey: ['clinic'],
    queryFn: (): Promise<Clinic> => answered(api.clinic.$get({})),
  });
