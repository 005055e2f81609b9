import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type {
  waitingBook,
  waitingCreate,
  waitingUpdate,
  waitingWithdraw,
} from '#domain/waiting-list/waiting-entry.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { bookingKeys, waitingListKey } from '#src/lib/query-keys.ts';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { isProblem } from '#src/lib/problem.ts';

type Versioned = { id: string; version: number };

/** Says in a toast why nothing was changed. */
export function sayUnchanged(error: Error): void {
  const { title, text } = describeError(error);
  const why = isProblem(error, 'stale') ? 'Someone changed this entry first.' : (text ?? title);
  showToast({ text: `Not changed. ${why}` });
}

/** After any change: the list and what is made of it; with `bookings` the schedule as well. */
function useChanged({ bookings }: { bookings: boolean }) {
  const queryClient = useQueryClient();
  return (): void => {
    void queryClient.invalidateQueries({ queryKey: waitingListKey });
    if (bookings)
      for (const queryKey of bookingKeys) void queryClient.invalidateQueries({ queryKey });
  };
}

/** Puts a patient on the list. The key belongs to the form. */
export function useAddWaiting() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof waitingCreate>; key: string }) =>
      answered(api['waiting-list'].$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged({ bookings: false }),
  });
}

/** Changes what someone who waits would take. */
export function useUpdateWaiting() {
  return useMutation({
    mutationFn: ({ id, version, change }: Versioned & { change: z.input<typeof waitingUpdate> }) =>
      answered(
        api['waiting-list'][':id'].$patch({ param: { id }, json: change }, changeHeaders(version)),
      ),
    onSuccess: useChanged({ bookings: false }),
  });
}

/** Notes that someone was offered a time. A refusal shows the list anew: another desk was faster. */
export function useOfferWaiting() {
  return useMutation({
    mutationFn: ({ id, version }: Versioned) =>
      answered(api['waiting-list'][':id'].offer.$post({ param: { id } }, changeHeaders(version))),
    onSettled: useChanged({ bookings: false }),
  });
}

/** Takes an entry off the list; a parked appointment is then cancelled for good. */
export function useWithdrawWaiting() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: Versioned & { values: z.input<typeof waitingWithdraw> }) =>
      answered(
        api['waiting-list'][':id'].withdraw.$post(
          { param: { id }, json: values },
          changeHeaders(version),
        ),
      ),
    onSettled: useChanged({ bookings: true }),
  });
}

/** Undoes a withdrawal or an offer. */
export function useRestoreWaiting() {
  return useMutation({
    mutationFn: ({ id, version }: Versioned) =>
      answered(api['waiting-list'][':id'].restore.$post({ param: { id } }, changeHeaders(version))),
    onError: sayUnchanged,
    onSettled: useChanged({ bookings: true }),
  });
}

/** Books an entry into a slot, or places a parked appointment. */
export function useBookWaiting() {
  return useMutation({
    mutationFn: ({ id, version, slot }: Versioned & { slot: z.input<typeof waitingBook> }) =>
      answered(
        api['waiting-list'][':id'].book.$post(
          { param: { id }, json: slot },
          changeHeaders(version),
        ),
      ),
    onSettled: useChanged({ bookings: true }),
  });
}

/** Takes a booking from the list back. */
export function useUnbookWaiting() {
  return useMutation({
    mutationFn: ({ id, version }: Versioned) =>
      answered(api['waiting-list'][':id'].unbook.$post({ param: { id } }, changeHeaders(version))),
    onError: sayUnchanged,
    onSettled: useChanged({ bookings: true }),
  });
}
