import { type ReactNode, useState } from 'react';
import type { Course } from '#domain/courses/course.ts';
import type { Session } from '#domain/sessions/session.ts';
import { useMay, useMe } from '#src/lib/me.ts';
import { Notice } from '#src/ui/notice.tsx';
import { inWords } from './field-words.ts';
import { forgetValues, restoreValues } from './kept-values.ts';
import { FIELD_LABELS } from './open-items.ts';
import { SessionEditor } from './session-editor.tsx';
import type { SessionPatient } from './session-frame.tsx';
import { unsavedFields } from './session-values.ts';
import { SignedSession } from './signed-session.tsx';
import css from './signed-session.module.css';

/** One session: one's own draft to record, everything else to read. */
export function SessionPage({
  session,
  patient,
  course,
  last,
  nameOf,
  screening,
  onDiscarded,
}: {
  session: Session;
  patient: SessionPatient | undefined;
  course: Course | undefined;
  last: Session | null;
  nameOf: (staffId: string) => string | undefined;
  /** Today's questions before a session, for under their tick. */
  screening?: ReactNode;
  onDiscarded: () => void;
}) {
  const { staff } = useMe();
  const mayWrite = useMay('sessions.write');
  const isOwn = session.performedBy === staff.id;
  if (session.status === 'draft' && isOwn && mayWrite)
    return (
      <SessionEditor
        key={session.id}
        session={session}
        staffId={staff.id}
        patient={patient}
        course={course}
        last={last}
        nameOf={nameOf}
        screening={screening}
        onDiscarded={onDiscarded}
      />
    );
  return (
    <SignedSession
      session={session}
      patient={patient}
      course={course}
      nameOf={nameOf}
      mayAdd={mayWrite && session.status === 'signed'}
      notice={
        session.status === 'draft' ? (
          <div className={css.kept}>
            <Notice tone="note">
              This is a draft of {nameOf(session.performedBy) ?? 'a colleague'}. Only they can
              change and sign it.
            </Notice>
          </div>
        ) : (
          <NotSaved session={session} staffId={staff.id} />
        )
      }
    />
  );
}

/** What was typed here but came too late, because it was signed on another screen. */
function NotSaved({ session, staffId }: { session: Session; staffId: string }) {
  const [kept, setKept] = useState(() => restoreValues(localStorage, staffId, session));
  const fields = kept.isRestored ? unsavedFields(session, kept.values) : [];
  if (fields.length === 0) return null;
  return (
    <div className={css.kept}>
      <Notice
        tone="review"
        title="Typed here, but not in the record"
        action={{
          label: 'Discard',
          onSelect: () => {
            forgetValues(localStorage, staffId, session.id);
            setKept({ ...kept, isRestored: false });
          },
        }}
      >
        <p>
          It was signed on another screen first. Add as a note below what belongs to the record.
        </p>
        <ul>
          {fields.map((field) => (
            <li key={field}>
              {FIELD_LABELS[field]}: {inWords(kept.values, field) || 'empty'}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
