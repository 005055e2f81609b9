import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ProtocolCreate,
  ProtocolVersionCreate,
  ProtocolVersionUpdate,
} from '#domain/protocols/protocol.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { protocolsQuery } from '#src/ui/clinic/protocols.queries.ts';

/** A version of a protocol that a change is made on. */
type On = { id: string; version: number };

function useChanged() {
  const queryClient = useQueryClient();
  return (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: protocolsQuery().queryKey });
}

/** Proposes a new protocol. The key belongs to the form. */
export function usePropose() {
  return useMutation({
    mutationFn: ({ values, key }: { values: ProtocolCreate; key: string }) =>
      answered(api.protocols.$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged(),
  });
}

/** Proposes a new version of a protocol. The key belongs to the form. */
export function useProposeVersion(protocolId: string) {
  return useMutation({
    mutationFn: ({ values, key }: { values: ProtocolVersionCreate; key: string }) =>
      answered(
        api.protocols[':id'].versions.$post(
          { param: { id: protocolId }, json: values },
          createHeaders(key),
        ),
      ),
    onSuccess: useChanged(),
  });
}

/** Takes the articles' schemes over as drafts. */
export function useAddStarters() {
  return useMutation({
    mutationFn: () => answered(api.protocols.starters.$post({})),
    onSettled: useChanged(),
  });
}

/** Changes a draft, on the version that was read. */
export function useUpdateDraft() {
  return useMutation({
    mutationFn: ({ id, version, change }: On & { change: ProtocolVersionUpdate }) =>
      answered(
        api.protocols.versions[':id'].$patch(
          { param: { id }, json: change },
          changeHeaders(version),
        ),
      ),
    onSuccess: useChanged(),
  });
}

/** Approves a draft. */
export function useApprove() {
  return useMutation({
    mutationFn: ({ id, version }: On) =>
      answered(
        api.protocols.versions[':id'].approve.$post({ param: { id } }, changeHeaders(version)),
      ),
    onSettled: useChanged(),
  });
}

/** Retires a version. */
export function useRetire() {
  return useMutation({
    mutationFn: ({ id, version }: On) =>
      answered(
        api.protocols.versions[':id'].retire.$post({ param: { id } }, changeHeaders(version)),
      ),
    onSettled: useChanged(),
  });
}
