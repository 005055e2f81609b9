import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { SCREENING_DETAILS } from '#domain/screening/screening-items.ts';
import type { IntakeForm as Form } from '#domain/screening/intake.ts';
import type { ScreeningAnswers } from '#domain/screening/screening.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { describeError, LoadingState } from '#src/ui/states.tsx';
import { AnswerRow } from './answer-row.tsx';
import css from './screening.module.css';
import { answerIntake } from './screening.mutations.ts';
import { intakeFormQuery } from './screening.queries.ts';

/**
 * The questions as the patient sees them: the whole screen, nothing of the clinic behind it, and
 * nothing kept on the device when it is done.
 */
export function IntakeForm({ secret, onLeave }: { secret: string; onLeave: () => void }) {
  const query = useQuery(intakeFormQuery(secret));
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    document.title = 'Questions before your visit · Mesodesk';
  }, []);
  const back = (
    <div>
      <Button onClick={onLeave}>Back to the desk</Button>
    </div>
  );
  if (isDone)
    return (
      <Whole title="Thank you">
        <p className="read">
          Your answers are with your practitioner, and with nobody else. Please give the screen
          back.
        </p>
        {back}
      </Whole>
    );
  if (query.isError)
    return (
      <Whole title="This form is closed">
        <p className="read">
          {describeError(query.error).text ?? describeError(query.error).title}
        </p>
        {back}
      </Whole>
    );
  if (!query.data)
    return (
      <Whole title="Questions before your visit">
        <LoadingState kind="form" />
      </Whole>
    );
  return <Questions form={query.data} secret={secret} onDone={() => setDone(true)} back={back} />;
}

function Whole({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={css.whole} data-touch="">
      <div className={css.form}>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

function Questions({
  form,
  secret,
  onDone,
  back,
}: {
  form: Form;
  secret: string;
  onDone: () => void;
  back: ReactNode;
}) {
  const [answers, setAnswers] = useState<ScreeningAnswers>({});
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = form.items.filter((item) => answers[item] === undefined).length;
  const send = async () => {
    setSending(true);
    setError(null);
    try {
      await answerIntake({ secret, answers });
      onDone();
    } catch (caught) {
      setError(caught);
    } finally {
      setSending(false);
    }
  };
  const failed = error === null ? null : describeError(error);
  return (
    <Whole title={`Questions before your visit, ${form.givenName}`}>
      <p className="read">
        {form.clinicName} asks these so that your practitioner can treat you well. Only they read
        your answers, not the desk. You may leave a question out and speak about it instead.
      </p>
      <div className={css.rows} data-answers="">
        {form.items.map((item) => (
          <AnswerRow
            key={item}
            question={SCREENING_DETAILS[item].question ?? SCREENING_DETAILS[item].label}
            given={answers[item]}
            noteLabel="In a few words, if you like"
            onAnswer={(given) => setAnswers((before) => ({ ...before, [item]: given }))}
          />
        ))}
      </div>
      {failed !== null && (
        <Notice tone="stop" title={failed.title}>
          {failed.text ?? 'Your answers are still here. Ask at the desk.'}
        </Notice>
      )}
      <div className={css.actions}>
        <Button variant="primary" loading={isSending} onClick={() => void send()}>
          Send my answers
        </Button>
        <span className={css.count}>{open === 0 ? 'All are answered.' : `${open} left open.`}</span>
        {open === form.items.length && back}
      </div>
    </Whole>
  );
}
