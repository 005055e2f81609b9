import { type ReactNode, useState } from 'react';
import type { Course } from '#domain/courses/course.ts';
import type { Session } from '#domain/sessions/session.ts';
import { useMe } from '#src/lib/me.ts';
import { showDate } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { ChecksSection } from './checks-section.tsx';
import { ClashDialog } from './clash-dialog.tsx';
import { CourseNotices } from './course-notices.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { DraftField } from './draft-field.tsx';
import { FindingList } from './finding-list.tsx';
import { NeedleSection } from './needle-section.tsx';
import { OpenList } from './open-list.tsx';
import { PrepareSection } from './prepare-section.tsx';
import { RecipeSection } from './recipe-section.tsx';
import { ResponseSection } from './response-section.tsx';
import { ScalpSection } from './scalp-section.tsx';
import { SaveWords } from './save-words.tsx';
import css from './session-editor.module.css';
import { findingsOf } from './session-findings.ts';
import { SessionFrame, type SessionPatient } from './session-frame.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { TechniqueSection } from './technique-section.tsx';
import { useDiscard } from './use-discard.ts';
import { useSessionChecks } from './use-session-checks.ts';
import { useRecipeVersion } from './use-recipe-version.ts';
import { useSessionDraft } from './use-session-draft.ts';
import { useSigning } from './use-signing.ts';
import { wasLastTime } from './was-last-time.ts';

/** The record of a session while it is made: saved as it is typed, signed at the end. */
export function SessionEditor({
  session,
  staffId,
  patient,
  course,
  last,
  nameOf,
  screening,
  onDiscarded,
}: {
  session: Session;
  staffId: string;
  patient: SessionPatient | undefined;
  course: Course | undefined;
  /** The course's last signed session; null before the first or while it loads. */
  last: Session | null;
  nameOf: (staffId: string) => string | undefined;
  /** Today's questions before a session, for under their tick. */
  screening?: ReactNode;
  onDiscarded: () => void;
}) {
  const { staff } = useMe();
  const { draft, root } = useSessionDraft(session, staffId);
  const signing = useSigning(draft);
  const discard = useDiscard(draft, staffId, onDiscarded);
  const [isClashAside, setClashAside] = useState(false);
  const decisions = useSessionChecks(
    draft.base,
    async () => ((await draft.autosave.flush()) ? draft.autosave.getState().base : null),
    (saved) => draft.autosave.hear(saved),
  );
  const was = wasLastTime(draft.values, last);
  const findings = findingsOf(draft.values, course);
  const { chosen } = useRecipeVersion(draft.values.recipeVersionId);
  const number = course ? course.signedSessions + 1 : null;
  const planned = course?.plannedSessions ?? null;
  const isClashing = draft.status.kind === 'conflict';
  return (
    <SessionFrame
      ref={root}
      patientId={session.patientId}
      patient={patient}
      title={number === null ? 'Session' : `Session ${number}`}
      facts={[
        number === null ? 'Session' : `Session ${number}`,
        planned === null || number === null || number > planned ? '' : ` of ${planned}`,
        ` · ${showDate(session.sessionOn)}`,
        last ? ` · last ${showDate(last.sessionOn)}` : '',
      ].join('')}
      end={
        <>
          <OpenList draft={draft} />
          <SaveWords draft={draft} />
          <Button
            variant="primary"
            icon="edit"
            loading={signing.isChecking}
            onClick={signing.begin}
          >
            Sign
          </Button>
        </>
      }
    >
      <div className={css.notices}>
        <CourseNotices courseId={session.courseId} refusals={draft.refusals} />
        {draft.status.kind === 'closed' && draft.status.why === 'gone' && (
          <Notice tone="stop" title="This draft was discarded on another screen">
            It cannot be saved any more. What you typed is still on this page and on this device.
          </Notice>
        )}
        {isClashing && isClashAside && (
          <Notice
            tone="review"
            title="This draft was changed on another screen"
            action={{ label: 'Compare', onSelect: () => setClashAside(false) }}
          >
            What you type here is kept, and sent once you have picked.
          </Notice>
        )}
      </div>
      <div className={css.columns}>
        <div>
          <PrepareSection draft={draft} last={last} was={was} screening={screening} />
          <TechniqueSection draft={draft} was={was} findings={findings.technique} />
          <NeedleSection draft={draft} was={was} />
        </div>
        <div>
          <ScalpSection draft={draft} courseId={session.courseId} last={last} />
          <ResponseSection draft={draft} was={was} />
          <Section title="Day and notes">
            <div className={css.stack}>
              <div>
                <DraftField draft={draft} name="sessionOn" label="Day of the session">
                  {({ value, onChange, onBlur }) => (
                    <DateInput value={value} onChange={onChange} onBlur={onBlur} />
                  )}
                </DraftField>
                <FindingList findings={findings.day} />
              </div>
              <DraftField
                draft={draft}
                name="actualMinutes"
                label="Minutes it took"
                optional
                was={was.actualMinutes}
                help={
                  session.plannedMinutes === null
                    ? undefined
                    : `${session.plannedMinutes} min were planned.`
                }
              >
                {({ value, onChange, onBlur }) => (
                  <NumberInput value={value} onChange={onChange} onBlur={onBlur} unit="min" />
                )}
              </DraftField>
              <DraftField draft={draft} name="notes" label="Notes" optional>
                {({ value, onChange, onBlur }) => (
                  <TextArea value={value} onChange={onChange} onBlur={onBlur} />
                )}
              </DraftField>
            </div>
          </Section>
        </div>
        <div className={css.whole}>
          <RecipeSection draft={draft} last={last} was={was} findings={findings.product} />
          <ChecksSection
            {...decisions}
            onRetry={decisions.retry}
            isPrescriber={staff.isPrescriber}
            staffId={staff.id}
            nameOf={nameOf}
          />
        </div>
      </div>
      <div className={css.foot}>
        <Button variant="quiet" icon="trash" onClick={discard.ask}>
          Discard this draft
        </Button>
      </div>
      {signing.isOpen && (
        <SignDialog
          patient={patient}
          values={draft.values}
          recipe={chosen ? `${chosen.recipe.name} v${chosen.version.number}` : null}
          findings={[...findings.day, ...findings.technique, ...findings.product]}
          problem={signing.problem}
          isBusy={signing.isSigning}
          onSign={signing.sign}
          onClose={signing.close}
        />
      )}
      {discard.isOpen && (
        <DiscardDialog
          problem={discard.problem}
          isBusy={discard.isBusy}
          onDiscard={discard.discard}
          onClose={discard.close}
        />
      )}
      {isClashing && !isClashAside && (
        <ClashDialog draft={draft} onClose={() => setClashAside(true)} />
      )}
    </SessionFrame>
  );
}
