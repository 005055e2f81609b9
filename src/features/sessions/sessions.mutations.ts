import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { OverrideCreate, OverrideWithdraw } from '#domain/sessions/override.ts';
import type {
  AddendumCreate,
  LaterPainCreate,
  Session,
  sessionCreate,
  SessionSign,
  SessionUpdate,
} from '#domain/sessions/session.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { sessionQuery, shownIn } from './sessions.queries.ts';

/** A request of a draft being saved that is not answered within this time counts as lost. */
const LOST_AFTER_MS = 10_000;

function useChanged() {
  const queryClient = useQueryClient();
  return (session: Session): void => {
    queryClient.setQueryData(sessionQuery(session.id).queryKey, session);
    for (const queryKey of shownIn(session)) void queryClient.invalidateQueries({ queryKey });
  };
}

/** Saves what changed of a draft, on the version that was read. */
export const saveDraft = (id: string, version: number, change: SessionUpdate): Promise<Session> =>
  answered(
    api.sessions[':id'].$patch(
      { param: { id }, json: change },
      { ...changeHeaders(version), init: { signal: AbortSignal.timeout(LOST_AFTER_MS) } },
    ),
  );

/** Goes on in spite of findings, with a reason. */
export const overrideChecks = (
  id: string,
  version: number,
  values: OverrideCreate,
): Promise<Session> =>
  answered(
    api.sessions[':id'].overrides.$post({ param: { id }, json: values }, changeHeaders(version)),
  );

/** Takes one's own reason back. */
export const withdrawOverride = (
  id: string,
  version: number,
  values: OverrideWithdraw,
): Promise<Session> =>
  answered(
    api.sessions[':id'].overrides.withdraw.$post(
      { param: { id }, json: values },
      changeHeaders(version),
    ),
  );

/** Begins a draft. The key belongs to the page, so that it begins one only. */
export function useBeginSession() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof sessionCreate>; key: string }) =>
      answered(api.sessions.$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged(),
  });
}

/** Signs a draft and locks it. */
export function useSignSession() {
  return useMutation({
    mutationFn: ({ id, version, values }: { id: string; version: number; values: SessionSign }) =>
      answered(
        api.sessions[':id'].sign.$post({ param: { id }, json: values }, changeHeaders(version)),
      ),
    onSuccess: useChanged(),
  });
}

/** Adds a dated note to a signed session. */
export function useAddNote() {
  return useMutation({
    mutationFn: ({ id, values, key }: { id: string; values: AddendumCreate; key: string }) =>
      answered(
        api.sessions[':id'].addenda.$post({ param: { id }, json: values }, createHeaders(key)),
      ),
    onSuccess: useChanged(),
  });
}

/** Records pain at 24 hours on a signed session. */
export function useRecordLaterPain() {
  return useMutation({
    mutationFn: ({ id, values, key }: { id: string; values: LaterPainCreate; key: string }) =>
      answered(
        api.sessions[':id']['later-pain'].$post(
          { param: { id }, json: values },
          createHeaders(key),
        ),
      ),
    onSuccess: useChanged(),
  });
}

/** Throws a draft away. */
export function useDiscardSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<Session, 'id' | 'version' | 'patientId'>) =>
      answered(api.sessions[':id'].discard.$post({ param: { id } }, changeHeaders(version))),
    onSuccess: (_, session) => {
      queryClient.removeQueries({ queryKey: sessionQuery(session.id).queryKey });
      for (const queryKey of shownIn(session)) void queryClient.invalidateQueries({ queryKey });
    },
  });
}
