import { useState } from 'react';
import { mayAnswer, type SessionCheck } from '#domain/sessions/session-check.ts';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { Name } from '#src/ui/name.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { ErrorState, LoadingState } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { type CheckGroup, checkGroups, inCounts } from './check-groups.ts';
import css from './checks-section.module.css';

/** What is asked of whoever answers findings: their keys, and why. */
export type Decide = (keys: string[], reason: string) => Promise<string | null>;

type Given = {
  isPrescriber: boolean;
  nameOf: (staffId: string) => string | undefined;
  staffId: string;
  onDecide: Decide;
  onWithdraw: (keys: string[]) => void;
};

/** What stands against the session as it is saved, what each needs, and who has answered it. */
export function ChecksSection({
  checks,
  error,
  onRetry,
  ...given
}: Given & {
  checks: readonly SessionCheck[] | undefined;
  error: Error | null;
  onRetry: () => void;
}) {
  return (
    <Section title="Checks" meta={checks && (inCounts(checks) || undefined)}>
      <div className={css.list} data-field="checks" aria-live="polite">
        {checks === undefined ? (
          error ? (
            <ErrorState
              title="The checks did not load"
              problem={error}
              kept="What you typed is kept."
              onRetry={onRetry}
              size="panel"
            />
          ) : (
            <LoadingState rows={2} label="Looking at the checks" />
          )
        ) : (
          <Groups checks={checks} {...given} />
        )}
      </div>
    </Section>
  );
}

function Groups({ checks, ...given }: Given & { checks: readonly SessionCheck[] }) {
  const groups = checkGroups(checks);
  if (groups.length === 0) return <Status tone="ok">No finding</Status>;
  return groups.map((group) => <Group key={group.id} group={group} {...given} />);
}

function Group({ group, ...given }: Given & { group: CheckGroup }) {
  const [first] = group.checks;
  const keys = group.checks.map(({ key }) => key);
  const tone = group.isOpen || first.level === 'note' ? first.level : 'ok';
  return (
    <div data-field={`checks.${first.key}`} className={css.group}>
      <Notice tone={tone}>
        <ul>
          {group.checks.map(({ key, message, source }) => (
            <li key={`${key} ${message}`} title={source}>
              {message}
            </li>
          ))}
        </ul>
        {group.isOpen ? (
          <Open group={group} keys={keys} {...given} />
        ) : (
          <Answered group={group} keys={keys} {...given} />
        )}
      </Notice>
    </div>
  );
}

function Answered({
  group: { checks },
  keys,
  nameOf,
  staffId,
  onWithdraw,
}: Given & { group: CheckGroup; keys: string[] }) {
  const [{ override, approvalReason }] = checks;
  if (override)
    return (
      <p className={css.reason}>
        Going on: “{override.reason}” <Name>{nameOf(override.by) ?? 'A former colleague'}</Name>
        {override.by === staffId && (
          <Button variant="quiet" size="sm" onClick={() => onWithdraw(keys)}>
            Take it back
          </Button>
        )}
      </p>
    );
  return approvalReason === null ? null : (
    <p className={css.reason}>Reason of the recipe’s approver: “{approvalReason}”</p>
  );
}

const ASK: Record<SessionCheck['needs'], string> = {
  nothing: '',
  practitioner_reason: '',
  prescriber_reason:
    'A prescriber may go on with a reason: ask one to sign in, open this session and write it.',
  never: 'No one can override this.',
};

function Open({
  group: { checks },
  keys,
  isPrescriber,
  onDecide,
}: Given & { group: CheckGroup; keys: string[] }) {
  const [{ needs }] = checks;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (!mayAnswer(needs, isPrescriber)) return <p className={css.reason}>{ASK[needs]}</p>;
  const send = async () => {
    if (reason.trim().length < 3) {
      setProblem('Type the reason in a few words.');
      return;
    }
    setBusy(true);
    setProblem((await onDecide(keys, reason.trim())) ?? undefined);
    setBusy(false);
  };
  return (
    <div className={css.answer}>
      <Field
        label={needs === 'prescriber_reason' ? 'Reason to go on, as prescriber' : 'Reason to go on'}
        error={problem}
      >
        <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
      </Field>
      <Button loading={isBusy} onClick={() => void send()}>
        Go on with this reason
      </Button>
    </div>
  );
}
