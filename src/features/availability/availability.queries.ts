import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';
import { availabilityKey } from '#src/lib/query-keys.ts';

/** Types of appointment in the clinic's order, archived ones too. */
export const appointmentTypesQuery = () =>
  queryOptions({
    queryKey: [...availabilityKey, 'types'],
    queryFn: async () => (await answered(api.availability.types.$get({}))).items,
  });

/** Everyone's weekly hours, each person's from the earliest on. */
export const staffHoursQuery = () =>
  queryOptions({
    queryKey: [...availabilityKey, 'staff-hours'],
    queryFn: async () =>
      (await answered(api.availability['staff-hours'].$get({ query: {} }))).items,
  });

/** Everyone's time off that has not ended before a clinic date. */
export const timeOffQuery = (from: string) =>
  queryOptions({
    queryKey: [...availabilityKey, 'time-off', from],
    queryFn: async () =>
      (await answered(api.availability['time-off'].$get({ query: { from } }))).items,
  });

/** All closures, the earliest first. */
export const closuresQuery = () =>
  queryOptions({
    queryKey: [...availabilityKey, 'closures'],
    queryFn: async () => (await answered(api.availability.closures.$get({ query: {} }))).items,
  });

/** Booked appointments that the hours, closures and time off no longer allow. */
export const displacedQuery = () =>
  queryOptions({
    queryKey: [...availabilityKey, 'displaced'],
    queryFn: () => answered(api.availability.displaced.$get({})),
  });

/** The practitioners who work here now, by name. */
export const practitionersQuery = () =>
  queryOptions({
    queryKey: ['staff', 'practitioners'],
    queryFn: async () =>
      (await answered(api.staff.$get({}))).items.filter(
        ({ isActive, roles }) => isActive && roles.includes('practitioner'),
      ),
  });
