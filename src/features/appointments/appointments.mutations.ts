import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type {
  Appointment,
  appointmentCancel,
  appointmentCreate,
  appointmentMoves,
  appointmentOverride,
  appointmentOverrideMove,
  appointmentPush,
  appointmentUpdate,
} from '#domain/appointments/appointment.ts';
import type { seriesCreate } from '#domain/appointments/course-booking.ts';
import type { StepStatus } from '#domain/appointments/appointment-enums.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { answered, api, changeHeaders, createHeaders, newKey } from '#src/lib/api.ts';
import { chartKey, waitingListKey } from '#src/lib/query-keys.ts';
import { appointmentsKey, scheduleKey } from './appointments.queries.ts';

type Kept = { id: string; version: number };

/** Shows appointments as they will be or now are on every schedule that holds them. */
function showOnSchedules(
  queryClient: QueryClient,
  changed: readonly (Partial<Appointment> & { id: string })[],
) {
  const byId = new Map(changed.map((one) => [one.id, one]));
  queryClient.setQueriesData<Schedule>({ queryKey: scheduleKey }, (schedule) => {
    if (!schedule?.appointments.some(({ id }) => byId.has(id))) return schedule;
    return {
      ...schedule,
      appointments: schedule.appointments.map((one) =>
        byId.has(one.id) ? { ...one, ...byId.get(one.id) } : one,
      ),
    };
  });
}

/** One after the other: the next key is pressed before the last has been answered. */
const IN_TURN = { mutationKey: ['appointments'], scope: { id: 'appointments' } };

const ownSaves = new Map<string, number>();

/** The version to change: what this desk itself has made of the one on screen meanwhile. */
function versionNow({ id, version }: Kept): number {
  let now = version;
  for (let next = ownSaves.get(`${id} ${now}`); next !== undefined;) {
    now = next;
    next = ownSaves.get(`${id} ${now}`);
  }
  return now;
}

/** What follows a change: schedules show it at once, then everything about appointments is asked anew. */
function useSaved() {
  const queryClient = useQueryClient();
  return (...saved: Appointment[]): void => {
    for (const { id, version } of saved) ownSaves.set(`${id} ${version - 1}`, version);
    // The last of several tells; until then what was pressed since stays on screen.
    if (queryClient.isMutating({ mutationKey: IN_TURN.mutationKey }) > 1) return;
    showOnSchedules(queryClient, saved);
    void queryClient.invalidateQueries({ queryKey: scheduleKey });
    void queryClient.invalidateQueries({ queryKey: appointmentsKey });
    void queryClient.invalidateQueries({ queryKey: waitingListKey });
    for (const patientId of new Set(saved.map((one) => one.patientId)))
      void queryClient.invalidateQueries({ queryKey: chartKey(patientId) });
  };
}

/** Shows a change before the server has answered, and as it was when that refuses. */
function useOptimistic<Change extends Kept & { shown: Partial<Appointment> }>() {
  const queryClient = useQueryClient();
  return {
    onMutate: async ({ id, shown }: Change) => {
      await queryClient.cancelQueries({ queryKey: scheduleKey });
      const before = queryClient.getQueriesData<Schedule>({ queryKey: scheduleKey });
      showOnSchedules(queryClient, [{ ...shown, id }]);
      return { before };
    },
    onError: (
      _error: Error,
      _change: Change,
      context: { before: [readonly unknown[], Schedule | undefined][] } | undefined,
    ) => {
      for (const [key, data] of context?.before ?? []) queryClient.setQueryData(key, data);
      void queryClient.invalidateQueries({ queryKey: scheduleKey });
    },
  };
}

/** Books an appointment. The key belongs to the form. */
export function useBook() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: ({ values, key }: { values: z.input<typeof appointmentCreate>; key: string }) =>
      answered(api.appointments.$post({ json: values }, createHeaders(key))),
    onSuccess: (booked) => saved(booked),
  });
}

/** Books over a conflict or outside the hours, with a manager's reason. */
export function useOverrideBooking() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: ({ values, key }: { values: z.input<typeof appointmentOverride>; key: string }) =>
      answered(api.appointments.overrides.$post({ json: values }, createHeaders(key))),
    onSuccess: (booked) => saved(booked),
  });
}

/** Changes an appointment, on the version that was read; it is shown moved at once. */
export function useUpdateVisit() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: ({
      id,
      version,
      change,
    }: Kept & { change: z.input<typeof appointmentUpdate>; shown: Partial<Appointment> }) =>
      answered(
        api.appointments[':id'].$patch(
          { param: { id }, json: change },
          changeHeaders(versionNow({ id, version })),
        ),
      ),
    ...useOptimistic(),
    onSuccess: (one) => saved(one),
  });
}

/** Moves over a conflict or outside the hours, with a manager's reason. */
export function useOverrideMove() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: ({
      id,
      version,
      values,
    }: Kept & { values: z.input<typeof appointmentOverrideMove> }) =>
      answered(
        api.appointments[':id']['override-move'].$post(
          { param: { id }, json: values },
          changeHeaders(versionNow({ id, version })),
        ),
      ),
    onSuccess: (one) => saved(one),
  });
}

/** Takes an appointment one step on; it is shown so at once. */
export function useStepVisit() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: ({
      id,
      version,
      status,
    }: Kept & { status: StepStatus; shown: Partial<Appointment> }) =>
      answered(
        api.appointments[':id'].step.$post(
          { param: { id }, json: { status } },
          changeHeaders(versionNow({ id, version })),
        ),
      ),
    ...useOptimistic(),
    onSuccess: (one) => saved(one),
  });
}

/** Cancels an appointment. */
export function useCancelVisit() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: ({ id, version, values }: Kept & { values: z.input<typeof appointmentCancel> }) =>
      answered(
        api.appointments[':id'].cancel.$post(
          { param: { id }, json: values },
          changeHeaders(versionNow({ id, version })),
        ),
      ),
    onSuccess: (one) => saved(one),
  });
}

/** Undoes the last step or the cancellation of an appointment. */
export function useUndoVisit() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: ({ id, version }: Kept) =>
      answered(
        api.appointments[':id'].undo.$post(
          { param: { id } },
          changeHeaders(versionNow({ id, version })),
        ),
      ),
    onSuccess: (one) => saved(one),
  });
}

/** Books several appointments of one patient: all of them, or none. */
export function useBookSeries() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: ({ values, key }: { values: z.input<typeof seriesCreate>; key: string }) =>
      answered(api.appointments.series.$post({ json: values }, createHeaders(key))),
    onSuccess: ({ items }) => saved(...items),
  });
}

/** Takes an appointment off its slot until it is placed. */
export function useParkVisit() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: async ({ id, version }: Kept) => {
      const appointments = [{ id, version: versionNow({ id, version }) }];
      const parked = await answered(
        api['waiting-list'].park.$post({ json: { appointments } }, createHeaders(newKey())),
      );
      return parked.items.map(({ appointment }) => appointment);
    },
    onSuccess: (visits) => saved(...visits),
  });
}

/** Pushes the rest of a practitioner's day: all of it, or none. */
export function usePushDay() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: (push: z.input<typeof appointmentPush>) =>
      answered(api.appointments.push.$post({ json: push }, createHeaders(newKey()))),
    onSuccess: ({ items }) => saved(...items),
  });
}

/** Moves several appointments at once, each on the version it was read at: all of them, or none. */
export function useMoveVisits() {
  const saved = useSaved();
  return useMutation({
    ...IN_TURN,
    mutationFn: (moves: z.input<typeof appointmentMoves>['moves']) =>
      answered(api.appointments.moves.$post({ json: { moves } }, createHeaders(newKey()))),
    onSuccess: ({ items }) => saved(...items),
  });
}
