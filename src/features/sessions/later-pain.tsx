import { useState } from 'react';
import { laterPainCreate, type Session } from '#domain/sessions/session.ts';
import { newKey } from '#src/lib/api.ts';
import { showDate, todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { ToggleChip } from '#src/ui/chip.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { Form, FormActions, FormField } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { ScaleInput } from '#src/ui/scale-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { painInWords } from './session-words.ts';
import { useRecordLaterPain } from './sessions.mutations.ts';
import css from './signed-session.module.css';

/** Pain 24 hours after, as the patient said it later: each answer with its day. */
export function LaterPain({
  session,
  nameOf,
  mayAdd,
}: {
  session: Session;
  nameOf: (staffId: string) => string | undefined;
  mayAdd: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title="Pain at 24 hours">
      {session.laterPain.length === 0 ? (
        <p className="faint">Not recorded.</p>
      ) : (
        <ol className={css.notes}>
          {session.laterPain.map(({ id, answer, askedOn, recordedBy }) => (
            <li key={id}>
              <b>{painInWords(answer)}</b>{' '}
              <span className={css.when}>
                {showDate(askedOn)} · <Name>{nameOf(recordedBy) ?? 'a former colleague'}</Name>
              </span>
            </li>
          ))}
        </ol>
      )}
      {mayAdd && (
        <div data-print="hide" className={css.form}>
          {isOpen ? (
            <PainForm session={session} onDone={() => setOpen(false)} />
          ) : (
            <Button onClick={() => setOpen(true)}>Record pain at 24 hours</Button>
          )}
        </div>
      )}
    </Section>
  );
}

function PainForm({ session, onDone }: { session: Session; onDone: () => void }) {
  const { timeZone } = useClinic();
  // No answer is filled in beforehand.
  const form = useAppForm(laterPainCreate, { askedOn: todayIn(timeZone) });
  const record = useRecordLaterPain();
  const [key, setKey] = useState(newKey);
  return (
    <Form
      form={form}
      label="Pain at 24 hours"
      onSubmit={(values) =>
        submitTo(
          form,
          async () => {
            await record.mutateAsync({ id: session.id, values, key });
            showToast({ text: 'The pain is recorded' });
            onDone();
          },
          () => setKey(newKey()),
        )
      }
    >
      <FormField form={form} name="answer" label="Pain, 24 hours after" group>
        {({ value, onChange, onBlur }) => (
          <div className={css.pain}>
            <ScaleInput
              value={typeof value === 'number' ? value : null}
              onChange={(pain) => (pain === null ? form.resetField('answer') : onChange(pain))}
              onBlur={onBlur}
              ends={['none', 'worst']}
            />
            <ToggleChip
              on={value === 'not_asked'}
              onChange={(on) => (on ? onChange('not_asked') : form.resetField('answer'))}
            >
              Not asked
            </ToggleChip>
          </div>
        )}
      </FormField>
      <FormField form={form} name="askedOn" label="Asked on">
        {(bound) => <DateInput {...bound} />}
      </FormField>
      <FormActions>
        <Button type="submit" loading={record.isPending}>
          Record
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  );
}
