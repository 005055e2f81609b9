import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** Everyone who works here, by name. */
export const staffListQuery = () =>
  queryOptions({ queryKey: ['staff'], queryFn: () => answered(api.staff.$get({})) });
