import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type {
  appointmentTypeCreate,
  AppointmentTypeUpdate,
} from '#domain/availability/appointment-type.ts';
import type { ClosureCreate, ClosureUpdate } from '#domain/availability/closure.ts';
import type { StaffHoursCreate, StaffHoursUpdate } from '#domain/availability/staff-hours.ts';
import type { TimeOffCreate, TimeOffUpdate } from '#domain/availability/time-off.ts';
import { answered, api, changeHeaders, createHeaders, newKey } from '#src/lib/api.ts';
import { availabilityKey, bookingKeys, waitingListKey } from '#src/lib/query-keys.ts';

/** A record a change was made on. */
type On = { id: string; version: number };

function useChanged() {
  const queryClient = useQueryClient();
  return (): void => {
    for (const queryKey of [availabilityKey, waitingListKey, ...bookingKeys])
      void queryClient.invalidateQueries({ queryKey });
  };
}

const types = api.availability.types;
const hours = api.availability['staff-hours'];
const timeOff = api.availability['time-off'];
const closures = api.availability.closures;

/** Adds a type of appointment. The key belongs to the form. */
export function useCreateType() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof appointmentTypeCreate>; key: string }) =>
      answered(types.$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged(),
  });
}

/** Changes a type of appointment, on the version that was read. */
export function useUpdateType() {
  return useMutation({
    mutationFn: ({ id, version, change }: On & { change: AppointmentTypeUpdate }) =>
      answered(types[':id'].$patch({ param: { id }, json: change }, changeHeaders(version))),
    onSuccess: useChanged(),
  });
}

/** Takes a type out of what can be booked, or back. */
export function useArchiveType() {
  return useMutation({
    mutationFn: ({ id, version, isArchived }: On & { isArchived: boolean }) =>
      answered(
        types[':id'][isArchived ? 'archive' : 'restore'].$post(
          { param: { id } },
          changeHeaders(version),
        ),
      ),
    onSettled: useChanged(),
  });
}

/** Puts the types that can be booked into an order. */
export function useOrderTypes() {
  return useMutation({
    mutationFn: (ids: string[]) => answered(types.order.$post({ json: { ids } })),
    onSettled: useChanged(),
  });
}

/** Sets weekly hours from a day on. The key belongs to the form. */
export function useCreateHours() {
  return useMutation({
    mutationFn: ({ values, key }: { values: StaffHoursCreate; key: string }) =>
      answered(hours.$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged(),
  });
}

/** Changes weekly hours, on the version that was read. */
export function useUpdateHours() {
  return useMutation({
    mutationFn: ({ id, version, change }: On & { change: StaffHoursUpdate }) =>
      answered(hours[':id'].$patch({ param: { id }, json: change }, changeHeaders(version))),
    onSuccess: useChanged(),
  });
}

/** Takes weekly hours out. */
export function useRemoveHours() {
  return useMutation({
    mutationFn: ({ id, version }: On) =>
      answered(hours[':id'].remove.$post({ param: { id } }, changeHeaders(version))),
    onSettled: useChanged(),
  });
}

/** Enters time off. The key belongs to the form. */
export function useCreateTimeOff() {
  return useMutation({
    mutationFn: ({ values, key }: { values: TimeOffCreate; key: string }) =>
      answered(timeOff.$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged(),
  });
}

/** Changes time off, on the version that was read. */
export function useUpdateTimeOff() {
  return useMutation({
    mutationFn: ({ id, version, change }: On & { change: TimeOffUpdate }) =>
      answered(timeOff[':id'].$patch({ param: { id }, json: change }, changeHeaders(version))),
    onSuccess: useChanged(),
  });
}

/** Takes time off out. */
export function useRemoveTimeOff() {
  return useMutation({
    mutationFn: ({ id, version }: On) =>
      answered(timeOff[':id'].remove.$post({ param: { id } }, changeHeaders(version))),
    onSettled: useChanged(),
  });
}

/** Closes the clinic on some days. The key belongs to the form. */
export function useCreateClosure() {
  return useMutation({
    mutationFn: ({ values, key }: { values: ClosureCreate; key: string }) =>
      answered(closures.$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged(),
  });
}

/** Changes a closure, on the version that was read. */
export function useUpdateClosure() {
  return useMutation({
    mutationFn: ({ id, version, change }: On & { change: ClosureUpdate }) =>
      answered(closures[':id'].$patch({ param: { id }, json: change }, changeHeaders(version))),
    onSuccess: useChanged(),
  });
}

/** Takes a closure out. */
export function useRemoveClosure() {
  return useMutation({
    mutationFn: ({ id, version }: On) =>
      answered(closures[':id'].remove.$post({ param: { id } }, changeHeaders(version))),
    onSettled: useChanged(),
  });
}

/** Takes displaced appointments off the schedule until they are placed: all of them, or none. */
export function useParkDisplaced() {
  return useMutation({
    mutationFn: (displaced: readonly On[]) =>
      answered(
        api['waiting-list'].park.$post(
          { json: { appointments: displaced.map(({ id, version }) => ({ id, version })) } },
          createHeaders(newKey()),
        ),
      ),
    onSettled: useChanged(),
  });
}
