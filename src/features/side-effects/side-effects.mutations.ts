import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  SideEffect,
  SideEffectCreate,
  SideEffectUpdate,
} from '#domain/side-effects/side-effect.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { chartKey, followUpsKey, reportsKey } from '#src/lib/query-keys.ts';
import { sideEffectQuery } from './side-effects.queries.ts';

function useSaved() {
  const queryClient = useQueryClient();
  return (effect: SideEffect): void => {
    queryClient.setQueryData(sideEffectQuery(effect.id).queryKey, effect);
    void queryClient.invalidateQueries({ queryKey: chartKey(effect.patientId) });
    void queryClient.invalidateQueries({ queryKey: followUpsKey });
    void queryClient.invalidateQueries({ queryKey: reportsKey });
  };
}

/** Records a side effect. The key belongs to the form. */
export function useRecordSideEffect() {
  return useMutation({
    mutationFn: ({ values, key }: { values: SideEffectCreate; key: string }) =>
      answered(api['side-effects'].$post({ json: values }, createHeaders(key))),
    onSuccess: useSaved(),
  });
}

/** Changes a side effect, on the version that was read. */
export function useUpdateSideEffect() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: SideEffectUpdate;
    }) =>
      answered(
        api['side-effects'][':id'].$patch({ param: { id }, json: change }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
  });
}
