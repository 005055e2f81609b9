import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type {
  consentTemplateCreate,
  consentTemplateUpdate,
} from '#domain/consents/consent-template.ts';
import type { Consent, consentRevoke, consentSign } from '#domain/consents/consent.ts';
import type { PhotoUse } from '#domain/consents/consent-enums.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { chartKey, myDayKey, scheduleKey } from '#src/lib/query-keys.ts';
import { consentsKey } from './consents.queries.ts';

function useSaved() {
  const queryClient = useQueryClient();
  return async ({ patientId }: Consent): Promise<void> => {
    void queryClient.invalidateQueries({ queryKey: chartKey(patientId) });
    void queryClient.invalidateQueries({ queryKey: myDayKey });
    void queryClient.invalidateQueries({ queryKey: scheduleKey });
    await queryClient.invalidateQueries({ queryKey: consentsKey });
  };
}

/** Signs a consent. The key belongs to the form. */
export function useSignConsent() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof consentSign>; key: string }) =>
      answered(api.consents.$post({ json: values }, createHeaders(key))),
    onSuccess: useSaved(),
  });
}

/** Withdraws uses of photos, from now on. */
export function useWithdrawPhotos() {
  return useMutation({
    mutationFn: ({ id, version, uses }: { id: string; version: number; uses: PhotoUse[] }) =>
      answered(
        api.consents[':id']['withdraw-photos'].$post(
          { param: { id }, json: { uses } },
          changeHeaders(version),
        ),
      ),
    onSuccess: useSaved(),
  });
}

/** Revokes a consent. */
export function useRevokeConsent() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: {
      id: string;
      version: number;
      values: z.input<typeof consentRevoke>;
    }) =>
      answered(
        api.consents[':id'].revoke.$post({ param: { id }, json: values }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
  });
}

function useTextsChanged() {
  const queryClient = useQueryClient();
  return async (): Promise<void> => await queryClient.invalidateQueries({ queryKey: consentsKey });
}

/** Begins a text, or its next edition. */
export function useCreateText() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof consentTemplateCreate>; key: string }) =>
      answered(api['consent-templates'].$post({ json: values }, createHeaders(key))),
    onSuccess: useTextsChanged(),
  });
}

/** Changes a draft. */
export function useUpdateText() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: {
      id: string;
      version: number;
      values: z.input<typeof consentTemplateUpdate>;
    }) =>
      answered(
        api['consent-templates'][':id'].$patch(
          { param: { id }, json: values },
          changeHeaders(version),
        ),
      ),
    onSuccess: useTextsChanged(),
  });
}

/** Puts a draft into use, or takes a text out of it. */
export function useDecideText() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      isUsed,
    }: {
      id: string;
      version: number;
      /** Put into use, or taken out of it. */
      isUsed: boolean;
    }) =>
      answered(
        isUsed
          ? api['consent-templates'][':id'].approve.$post({ param: { id } }, changeHeaders(version))
          : api['consent-templates'][':id'].retire.$post({ param: { id } }, changeHeaders(version)),
      ),
    onSuccess: useTextsChanged(),
  });
}
