import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { intakeAnswers, intakeStart } from '#domain/screening/intake.ts';
import type { levelChangeCreate } from '#domain/screening/screening-levels.ts';
import type { Screening, screeningCreate, screeningUpdate } from '#domain/screening/screening.ts';
import { answered, api, changeHeaders, createHeaders, newKey } from '#src/lib/api.ts';
import { chartKey, myDayKey, screeningKey } from '#src/lib/query-keys.ts';
import { patientAlertsQuery, screeningLevelsQuery } from './screening.queries.ts';

function useSaved() {
  const queryClient = useQueryClient();
  return async ({ patientId }: Pick<Screening, 'patientId'>): Promise<void> => {
    void queryClient.invalidateQueries({ queryKey: patientAlertsQuery().queryKey });
    void queryClient.invalidateQueries({ queryKey: chartKey(patientId) });
    void queryClient.invalidateQueries({ queryKey: myDayKey });
    await queryClient.invalidateQueries({ queryKey: screeningKey });
  };
}

/** Records what a clinician asked. */
export function useRecordScreening() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof screeningCreate>; key: string }) =>
      answered(api.screenings.$post({ json: values }, createHeaders(key))),
    onSuccess: useSaved(),
  });
}

/** Changes answers, or binds them to their session. */
export function useUpdateScreening() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof screeningUpdate>;
    }) =>
      answered(
        api.screenings[':id'].$patch({ param: { id }, json: change }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
  });
}

/** Notes that a clinician has looked at the answers. */
export function useReviewScreening() {
  return useMutation({
    mutationFn: ({ id, version, note }: { id: string; version: number; note: string }) =>
      answered(
        api.screenings[':id'].review.$post(
          { param: { id }, json: { note } },
          changeHeaders(version),
        ),
      ),
    onSuccess: useSaved(),
  });
}

/** Hands the questions to a patient: the server locks this desk. */
export function useStartIntake() {
  return useMutation({
    mutationFn: (values: z.input<typeof intakeStart>) =>
      answered(api.intake.$post({ json: values }, createHeaders(newKey()))),
  });
}

/** Sends what the patient wrote. */
export const answerIntake = (values: z.input<typeof intakeAnswers>) =>
  answered(api.intake.answer.$post({ json: values }));

function useLevelsChanged() {
  const queryClient = useQueryClient();
  return async (): Promise<void> =>
    await queryClient.invalidateQueries({ queryKey: screeningLevelsQuery().queryKey });
}

/** Changes a level, or proposes to. */
export function useChangeLevel() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof levelChangeCreate>; key: string }) =>
      answered(api['screening-levels'].$post({ json: values }, createHeaders(key))),
    onSuccess: useLevelsChanged(),
  });
}

/** Approves or declines a proposed change. */
export function useDecideLevel() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      status,
    }: {
      id: string;
      version: number;
      status: 'approved' | 'declined';
    }) =>
      answered(
        api['screening-levels'][':id'].decide.$post(
          { param: { id }, json: { status } },
          changeHeaders(version),
        ),
      ),
    onSuccess: useLevelsChanged(),
  });
}
