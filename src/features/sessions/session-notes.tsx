import { useState } from 'react';
import { addendumCreate, type Session } from '#domain/sessions/session.ts';
import { newKey } from '#src/lib/api.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useAddNote } from './sessions.mutations.ts';
import css from './signed-session.module.css';

/** Dated notes to a signed session, and the form for another one. */
export function SessionNotes({
  session,
  nameOf,
  mayAdd,
}: {
  session: Session;
  nameOf: (staffId: string) => string | undefined;
  mayAdd: boolean;
}) {
  const { timeZone } = useClinic();
  return (
    <Section title="Added later" meta="The record above stays as it was signed.">
      {session.addenda.length === 0 ? (
        <p className="faint">Nothing was added.</p>
      ) : (
        <ol className={css.notes}>
          {session.addenda.map(({ id, text, authorId, writtenAt }) => (
            <li key={id}>
              <p className={css.when}>
                {showMoment(timeZone, writtenAt)} ·{' '}
                <Name>{nameOf(authorId) ?? 'a former colleague'}</Name>
              </p>
              <p className={css.text}>{text}</p>
            </li>
          ))}
        </ol>
      )}
      {mayAdd && (
        <div data-print="hide">
          <NoteForm key={session.id} sessionId={session.id} />
        </div>
      )}
    </Section>
  );
}

function NoteForm({ sessionId }: { sessionId: string }) {
  const form = useAppForm(addendumCreate, { text: '' });
  const draft = useUnsavedDraft(`session-note-${sessionId}`, form);
  const add = useAddNote();
  const [key, setKey] = useState(newKey);
  return (
    <div className={css.form}>
      <Form
        form={form}
        label="Note"
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              await add.mutateAsync({ id: sessionId, values, key });
              form.reset({ text: '' });
              draft.clear();
              setKey(newKey());
              showToast({ text: 'The note is added' });
            },
            () => setKey(newKey()),
          )
        }
      >
        <DraftNotice draft={draft} />
        <FormField form={form} name="text" label="Add a dated note">
          {(bound) => <TextArea {...bound} />}
        </FormField>
        <FormActions>
          <Button type="submit" loading={add.isPending}>
            Add the note
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
