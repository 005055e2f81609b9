import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FreedSlot } from '#src/ui/clinic/waiting-desk.ts';
import { answered, api } from '#src/lib/api.ts';
import { availabilityKey, waitingListKey } from '#src/lib/query-keys.ts';

/** The parts of the list: all who wait, those of them who are parked, and what is over. */
export const WAITING_VIEWS = ['open', 'parked', 'closed'] as const;
/** One part. */
export type WaitingView = (typeof WAITING_VIEWS)[number];

/** What the list is narrowed by; what its address holds. */
export type WaitingSearch = {
  view?: WaitingView | undefined;
  urgency?: 'urgent' | 'normal' | undefined;
  practitionerId?: string | undefined;
};

/** The waiting list, page after page. */
export const waitingPages = ({ view = 'open', urgency, practitionerId }: WaitingSearch) =>
  infiniteQueryOptions({
    queryKey: [...waitingListKey, 'list', { view, urgency, practitionerId }],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api['waiting-list'].$get(
          {
            query: {
              state: view === 'closed' ? 'closed' : 'open',
              ...(view === 'parked' && { parked: 'yes' }),
              ...(urgency && { urgency }),
              ...(practitionerId !== undefined && { practitionerId }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** What one patient waits for. */
export const waitingOfPatient = (patientId: string) =>
  queryOptions({
    queryKey: [...waitingListKey, 'of', patientId],
    queryFn: () => answered(api['waiting-list'].$get({ query: { patientId } })),
  });

/** The first parked appointments, for a part of another page. */
export const parkedFew = () =>
  queryOptions({
    queryKey: [...waitingListKey, 'parked-few'],
    queryFn: () => answered(api['waiting-list'].$get({ query: { parked: 'yes', limit: '5' } })),
  });

/** One entry as it stands. */
export const waitingOne = (id: string) =>
  queryOptions({
    queryKey: [...waitingListKey, 'one', id],
    queryFn: () => answered(api['waiting-list'][':id'].$get({ param: { id } })),
  });

/** Who fits a gap. */
export const matchesOf = ({ practitionerId, roomId, startsAt, endsAt }: FreedSlot) =>
  queryOptions({
    queryKey: [...waitingListKey, 'matches', { practitionerId, roomId, startsAt, endsAt }],
    queryFn: ({ signal }) =>
      answered(
        api['waiting-list'].matches.$get(
          { query: { practitionerId, startsAt, endsAt, ...(roomId !== null && { roomId }) } },
          { init: { signal } },
        ),
      ),
  });

/** The first free times for an entry. */
export const timesOf = (id: string, query: { wishes: 'kept' | 'left'; from?: string }) =>
  queryOptions({
    queryKey: [...waitingListKey, 'times', id, query],
    queryFn: ({ signal }) =>
      answered(
        api['waiting-list'][':id'].free.$get({ param: { id }, query }, { init: { signal } }),
      ),
    placeholderData: keepPreviousData,
  });

/** Types of appointment in the clinic's order, archived ones too. */
export const waitingTypes = () =>
  queryOptions({
    queryKey: [...availabilityKey, 'types'],
    queryFn: async () => (await answered(api.availability.types.$get({}))).items,
  });

/** The practitioners who work here now, by name. */
export const waitingPractitioners = () =>
  queryOptions({
    queryKey: ['staff', 'practitioners'],
    queryFn: async () =>
      (await answered(api.staff.$get({}))).items.filter(
        ({ isActive, roles }) => isActive && roles.includes('practitioner'),
      ),
  });

/** The open courses of a patient, as the desk may know them. */
export const coursesOf = (patientId: string) =>
  queryOptions({
    queryKey: ['appointments', 'courses', patientId],
    queryFn: () => answered(api.appointments.courses.$get({ query: { patientId } })),
  });
