import { useState } from 'react';
import type { Finding } from '#domain/ingredients/finding.ts';
import { TECHNIQUE_LABELS } from '#domain/sessions/session-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Name } from '#src/ui/name.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { FindingList } from './finding-list.tsx';
import css from './session-editor.module.css';
import type { SessionPatient } from './session-frame.tsx';
import { painInWords, reactionsInWords } from './session-words.ts';
import type { SessionValues } from './session-values.ts';

/** The one step that asks: what is being signed, and what looks unusual, confirmed one by one. */
export function SignDialog({
  patient,
  values,
  recipe,
  findings,
  problem,
  isBusy,
  onSign,
  onClose,
}: {
  patient: SessionPatient | undefined;
  values: SessionValues;
  recipe: string | null;
  findings: readonly Finding[];
  /** Why the last try did not sign. */
  problem: string | null;
  isBusy: boolean;
  onSign: (confirmed: string[]) => void;
  onClose: () => void;
}) {
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const toReview = findings.filter(({ level }) => level === 'review');
  const left = toReview.filter(({ code }) => !confirmed.includes(code)).length;
  const volume = values.volumeMl ?? values.appliedMl;
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen
      title="Sign this session"
      description="It is locked for good. What comes later is added as a dated note."
      footer={
        <>
          <Button onClick={onClose}>Go on recording</Button>
          <Button
            variant="primary"
            icon="lock"
            disabled={left > 0}
            loading={isBusy}
            onClick={() => onSign([...confirmed])}
          >
            Sign and lock
          </Button>
        </>
      }
    >
      <dl className={css.facts}>
        {patient && (
          <>
            <dt>Patient</dt>
            <dd>
              <Name wrap>{patient.name}</Name>, No. {patient.clinicNumber}
            </dd>
          </>
        )}
        <dt>Day</dt>
        <dd>{showDate(values.sessionOn)}</dd>
        <dt>Technique</dt>
        <dd>
          {values.technique === null ? '' : TECHNIQUE_LABELS[values.technique]}, {values.depthMm} mm
          {values.injectionCount !== null && `, ${values.injectionCount} points`}
        </dd>
        <dt>Recipe</dt>
        <dd>
          {recipe ?? 'none'}
          {volume !== null && `, ${volume} ml`}
        </dd>
        <dt>Pain</dt>
        <dd>{painInWords(values.painDuring)}</dd>
        <dt>Reactions</dt>
        <dd>{reactionsInWords(values.reactions)}</dd>
      </dl>
      <div className={css.confirm}>
        {problem !== null && <Notice tone="stop">{problem}</Notice>}
        <FindingList findings={findings.filter(({ level }) => level === 'note')} />
        {toReview.map(({ code, message }) => (
          <Checkbox
            key={code}
            label={message}
            help="Confirm that this is what was done."
            checked={confirmed.includes(code)}
            onChange={(isOn) =>
              setConfirmed(isOn ? [...confirmed, code] : confirmed.filter((one) => one !== code))
            }
          />
        ))}
      </div>
    </Dialog>
  );
}
