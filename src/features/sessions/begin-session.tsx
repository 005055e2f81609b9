import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Session } from '#domain/sessions/session.ts';
import { newKey } from '#src/lib/api.ts';
import { showDate, todayIn } from '#src/lib/dates.ts';
import { useMay, useMe } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  NoPermissionState,
  QueryBoundary,
} from '#src/ui/states.tsx';
import { useBeginSession } from './sessions.mutations.ts';
import { lastSignedQuery, ownDraftQuery, recipeVersionQuery } from './sessions.queries.ts';
import { takenOver } from './was-last-time.ts';

/**
 * Begins the record of a session: a draft of today with what the last one was done with. One's
 * own draft of today is gone on with instead; an older one is asked about.
 */
export function BeginSession(props: {
  courseId: string;
  /** The appointment it is begun from, if there is one. */
  appointmentId?: string | undefined;
  onOpen: (sessionId: string) => void;
}) {
  const mayWrite = useMay('sessions.write');
  return (
    <PageFrame title="New session">
      {mayWrite ? <WithDraft {...props} /> : <NoPermissionState />}
    </PageFrame>
  );
}

function WithDraft({
  courseId,
  appointmentId,
  onOpen,
}: {
  courseId: string;
  appointmentId?: string | undefined;
  onOpen: (sessionId: string) => void;
}) {
  const { staff, clinic } = useMe();
  const query = useQuery(ownDraftQuery(courseId, staff.id));
  const [isNew, setNew] = useState(false);
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="The course did not load"
    >
      {(draft) =>
        draft === null || isNew ? (
          <Begin courseId={courseId} appointmentId={appointmentId} onOpen={onOpen} />
        ) : draft.sessionOn === todayIn(clinic.timeZone) ? (
          <GoOn draft={draft} onOpen={onOpen} />
        ) : (
          <EmptyState
            icon="edit"
            title={`Your draft of ${showDate(draft.sessionOn)} is not signed`}
            text="Go on with it, or begin the record of another session. The draft is kept."
            action={
              <>
                <Button variant="primary" onClick={() => onOpen(draft.id)}>
                  Go on with it
                </Button>
                <Button onClick={() => setNew(true)}>Begin another one</Button>
              </>
            }
          />
        )
      }
    </QueryBoundary>
  );
}

function GoOn({ draft, onOpen }: { draft: Session; onOpen: (sessionId: string) => void }) {
  const open = useEffectEvent(() => onOpen(draft.id));
  useEffect(() => open(), []);
  return <LoadingState kind="form" />;
}

function Begin({
  courseId,
  appointmentId,
  onOpen,
}: {
  courseId: string;
  appointmentId?: string | undefined;
  onOpen: (sessionId: string) => void;
}) {
  const { staff, clinic } = useMe();
  const last = useQuery(lastSignedQuery(courseId));
  const versionId = last.data?.recipeVersionId ?? null;
  // A version may be retired since, and then it is not taken over.
  const version = useQuery({ ...recipeVersionQuery(versionId ?? ''), enabled: versionId !== null });
  const isSettled = versionId === null || !version.isPending;
  const { mutate, error, isPending } = useBeginSession();
  const [key, setKey] = useState(newKey);
  const isBegun = useRef(false);
  const begin = (before: Session | null, with_: string) =>
    mutate(
      {
        key: with_,
        values: {
          courseId,
          ...(appointmentId === undefined ? {} : { appointmentId }),
          sessionOn: todayIn(clinic.timeZone),
          performedBy: staff.id,
          ...takenOver(before, version.data?.status === 'approved'),
        },
      },
      { onSuccess: (session) => onOpen(session.id) },
    );
  const beginOnce = useEffectEvent((before: Session | null) => {
    if (isBegun.current) return;
    isBegun.current = true;
    begin(before, key);
  });
  useEffect(() => {
    if (last.data !== undefined && isSettled) beginOnce(last.data);
  }, [last.data, isSettled]);
  if (error)
    return (
      <ErrorState
        title="The session was not begun"
        problem={error}
        isRetrying={isPending}
        onRetry={() => {
          const next = newKey();
          setKey(next);
          begin(last.data ?? null, next);
        }}
      />
    );
  return (
    <QueryBoundary
      query={last}
      loading={<LoadingState kind="form" />}
      errorTitle="The last session did not load"
    >
      {() => <LoadingState kind="form" label="Beginning the record" />}
    </QueryBoundary>
  );
}
