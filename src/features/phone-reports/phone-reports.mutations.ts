import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { phoneReportClose, phoneReportCreate } from '#domain/phone-reports/phone-report.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { followUpsKey } from '#src/lib/query-keys.ts';
import { phoneReportsKey } from './phone-reports.queries.ts';

function useChanged() {
  const queryClient = useQueryClient();
  return (): void => {
    void queryClient.invalidateQueries({ queryKey: phoneReportsKey });
    void queryClient.invalidateQueries({ queryKey: followUpsKey });
  };
}

/** Hands a call over. The key belongs to the form. */
export function useFilePhoneReport() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof phoneReportCreate>; key: string }) =>
      answered(api['phone-reports'].$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged(),
  });
}

/** Takes a report over. */
export function useTakePhoneReport() {
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      answered(api['phone-reports'][':id'].take.$post({ param: { id } }, changeHeaders(version))),
    onSettled: useChanged(),
  });
}

/** Closes a report with what it turned into. */
export function useClosePhoneReport() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: {
      id: string;
      version: number;
      values: z.input<typeof phoneReportClose>;
    }) =>
      answered(
        api['phone-reports'][':id'].close.$post(
          { param: { id }, json: values },
          changeHeaders(version),
        ),
      ),
    onSuccess: useChanged(),
  });
}
