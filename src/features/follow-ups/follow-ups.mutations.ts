import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { contactCreate } from '#domain/follow-ups/follow-up-contact.ts';
import type { attemptCreate, followUpClose, followUpReview } from '#domain/follow-ups/follow-up.ts';
import { answered, api, changeHeaders } from '#src/lib/api.ts';
import { chartKey, followUpsKey, reportsKey } from '#src/lib/query-keys.ts';

type Versioned = { id: string; version: number };

/** After any change of a task: all lists of them, and what a chart shows of the patient. */
function useChanged(patientId: string) {
  const queryClient = useQueryClient();
  return (): void => {
    void queryClient.invalidateQueries({ queryKey: followUpsKey });
    void queryClient.invalidateQueries({ queryKey: chartKey(patientId) });
    void queryClient.invalidateQueries({ queryKey: reportsKey });
  };
}

/** Logs an attempt to reach the patient. A refusal shows the list anew: another desk was faster. */
export function useLogAttempt(patientId: string) {
  return useMutation({
    mutationFn: ({ id, version, values }: Versioned & { values: z.input<typeof attemptCreate> }) =>
      answered(
        api['follow-ups'][':id'].attempts.$post(
          { param: { id }, json: values },
          changeHeaders(version),
        ),
      ),
    onSettled: useChanged(patientId),
  });
}

/** Records a contact, which closes its task. */
export function useRecordContact(patientId: string) {
  return useMutation({
    mutationFn: ({ id, version, values }: Versioned & { values: z.input<typeof contactCreate> }) =>
      answered(
        api['follow-ups'][':id'].record.$post(
          { param: { id }, json: values },
          changeHeaders(version),
        ),
      ),
    onSuccess: useChanged(patientId),
  });
}

/** Closes a task of a side effect or a lapsed course with what was found. */
export function useReviewFollowUp(patientId: string) {
  return useMutation({
    mutationFn: ({ id, version, values }: Versioned & { values: z.input<typeof followUpReview> }) =>
      answered(
        api['follow-ups'][':id'].review.$post(
          { param: { id }, json: values },
          changeHeaders(version),
        ),
      ),
    onSuccess: useChanged(patientId),
  });
}

/** Closes a task without a contact. */
export function useCloseFollowUp(patientId: string) {
  return useMutation({
    mutationFn: ({ id, version, values }: Versioned & { values: z.input<typeof followUpClose> }) =>
      answered(
        api['follow-ups'][':id'].close.$post(
          { param: { id }, json: values },
          changeHeaders(version),
        ),
      ),
    onSuccess: useChanged(patientId),
  });
}

/** Opens a task again that a person closed. */
export function useReopenFollowUp(patientId: string) {
  return useMutation({
    mutationFn: ({ id, version }: Versioned) =>
      answered(api['follow-ups'][':id'].reopen.$post({ param: { id } }, changeHeaders(version))),
    onSuccess: useChanged(patientId),
  });
}

/** Puts a task on one's own list. */
export function useTakeFollowUp(patientId: string) {
  return useMutation({
    mutationFn: ({ id, version }: Versioned) =>
      answered(api['follow-ups'][':id'].take.$post({ param: { id } }, changeHeaders(version))),
    onSettled: useChanged(patientId),
  });
}
