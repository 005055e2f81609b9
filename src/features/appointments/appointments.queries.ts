import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  skipToken,
} from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { proposalRequest } from '#domain/appointments/course-booking.ts';
import type { PartOfDay } from '#domain/appointments/appointment-enums.ts';
import { answered, api } from '#src/lib/api.ts';

/** The key every schedule begins with. */
export const scheduleKey = ['schedule'] as const;

/** The key all else about appointments begins with. */
export const appointmentsKey = ['appointments'] as const;

/** All that the schedule shows of some days. */
export const scheduleOf = (days: { from: string; to: string }) =>
  queryOptions({
    queryKey: [...scheduleKey, days],
    queryFn: ({ signal }) => answered(api.schedule.$get({ query: days }, { init: { signal } })),
  });

/** Visits that were never closed, and courses that are due and not booked. */
export const deskTasksQuery = () =>
  queryOptions({
    // Not among the schedules: those are changed in the cache by their shape.
    queryKey: [...appointmentsKey, 'desk-tasks'],
    queryFn: ({ signal }) => answered(api.schedule.tasks.$get({}, { init: { signal } })),
  });

/** What free slots are asked for, as an address writes it. */
type FreeSlotSearch = {
  typeId: string;
  practitionerId?: string;
  patientId?: string;
  from: string;
  part: PartOfDay;
  durationMinutes?: string;
  limit: string;
};

/** The first free slots for what is asked. */
export const freeSlotsOf = (query: FreeSlotSearch) =>
  queryOptions({
    queryKey: [...appointmentsKey, 'free', query],
    queryFn: ({ signal }) => answered(api.appointments.free.$get({ query }, { init: { signal } })),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

/** The open courses of a patient, as the desk may know them. */
export const bookableCoursesOf = (patientId: string) =>
  queryOptions({
    queryKey: [...appointmentsKey, 'courses', patientId],
    queryFn: () => answered(api.appointments.courses.$get({ query: { patientId } })),
  });

/** Dates for a course's sessions, once the request is whole; nothing is booked by asking. */
export const proposalsOf = (request: z.input<typeof proposalRequest> | null) =>
  queryOptions({
    queryKey: [...appointmentsKey, 'proposals', request],
    queryFn:
      request === null
        ? skipToken
        : ({ signal }) =>
            answered(api.appointments.proposals.$post({ json: request }, { init: { signal } })),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

/** A patient's appointments, the latest first. */
export const patientVisitsOf = (patientId: string) =>
  infiniteQueryOptions({
    queryKey: [...appointmentsKey, 'of', patientId],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.appointments.$get(
          { query: { patientId, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
