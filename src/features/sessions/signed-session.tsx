import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Course } from '#domain/courses/course.ts';
import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import { NOTICED_CHANGE_LABELS, TECHNIQUE_LABELS } from '#domain/sessions/session-enums.ts';
import { plausibilityFindings } from '#domain/sessions/session-rules.ts';
import type { Session } from '#domain/sessions/session.ts';
import { showDate, showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { Name } from '#src/ui/name.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Status } from '#src/ui/status.tsx';
import { ColleagueChecks } from './colleague-checks.tsx';
import { FindingList } from './finding-list.tsx';
import { LaterPain } from './later-pain.tsx';
import { OverrideList } from './override-list.tsx';
import { type Fact, preparationFacts } from './preparation-facts.ts';
import { placed } from './session-findings.ts';
import { SessionFrame, type SessionPatient } from './session-frame.tsx';
import { inMl, needleInWords, painInWords, reactionsInWords } from './session-words.ts';
import { SessionNotes } from './session-notes.tsx';
import { SignedScalp } from './signed-scalp.tsx';
import css from './signed-session.module.css';
import { UsedIngredients } from './used-ingredients.tsx';
import { useRecipeVersion } from './use-recipe-version.ts';

/** A session to read and print: locked once signed, or another person's draft. */
export function SignedSession({
  session,
  patient,
  course,
  nameOf,
  mayAdd,
  notice,
}: {
  session: Session;
  patient: SessionPatient | undefined;
  course: Course | undefined;
  nameOf: (staffId: string) => string | undefined;
  mayAdd: boolean;
  notice?: ReactNode;
}) {
  const { timeZone } = useClinic();
  const { chosen } = useRecipeVersion(session.recipeVersionId);
  const isSigned = session.status === 'signed';
  const title = session.number === null ? 'Session' : `Session ${session.number}`;
  const findings = placed(
    plausibilityFindings(session).filter(
      ({ code, level }) => level === 'note' || session.confirmedFindings.includes(code),
    ),
  );
  return (
    <SessionFrame
      patientId={session.patientId}
      patient={patient}
      title={title}
      facts={[
        title,
        course ? INDICATION_LABELS[course.indication] : null,
        showDate(session.sessionOn),
      ]
        .filter((part) => part !== null)
        .join(' · ')}
      end={
        <>
          {isSigned ? (
            <Status icon="lock">Signed</Status>
          ) : (
            <Status tone="review">Draft, not signed</Status>
          )}
          {mayAdd && (
            <Link
              to="/courses/$courseId/side-effects/new"
              params={{ courseId: session.courseId }}
              search={{ session: session.id }}
              className={buttonClass()}
              data-print="hide"
            >
              Record a side effect
            </Link>
          )}
          <span data-print="hide">
            <Button icon="print" onClick={() => window.print()}>
              Print
            </Button>
          </span>
        </>
      }
    >
      {notice}
      <div className={css.columns}>
        <div>
          <Section title="Prepared">
            <Facts rows={preparationFacts(session)} />
          </Section>
        </div>
        <div>
          <Section title="Technique">
            <Facts
              rows={[
                ['Technique', session.technique && TECHNIQUE_LABELS[session.technique]],
                ['Depth', withUnit(session.depthMm, 'mm')],
                ['Spacing', withUnit(session.spacingCm, 'cm')],
                ['Points', session.injectionCount],
                ['Each point', withUnit(session.pointMl, 'ml')],
                ['Area', withUnit(session.areaCm2, 'cm²')],
                ['Needle', needleInWords(session)],
                ['Device', session.device],
              ]}
            />
            <FindingList findings={findings.technique} />
          </Section>
        </div>
        <div>
          <Section title="The patient">
            <Facts
              rows={[
                [
                  'Pain during',
                  session.painDuring === null ? null : asSentence(painInWords(session.painDuring)),
                ],
                [
                  'Reactions on leaving',
                  session.reactions && asSentence(reactionsInWords(session.reactions)),
                ],
                [
                  'Noticed a change',
                  session.noticedChange && NOTICED_CHANGE_LABELS[session.noticedChange],
                ],
                [
                  'Aftercare sheet',
                  session.isAftercareGiven === null
                    ? null
                    : session.isAftercareGiven
                      ? ['Given', session.aftercareVersion, session.aftercareLanguage]
                          .filter(Boolean)
                          .join(', ')
                      : 'Not given',
                ],
                ['Minutes', minutesInWords(session)],
              ]}
            />
          </Section>
        </div>
        <div className={css.whole}>
          <SignedScalp session={session} />
        </div>
        <div className={css.whole}>
          <Section title="Recipe and lots">
            <Facts
              rows={[
                ['Recipe', chosen && `${chosen.recipe.name} v${chosen.version.number}`],
                ['Why', session.recipeReason],
                ['Changed for this patient', session.recipeDeviation],
                ['Injected', session.volumeMl === null ? null : inMl(session.volumeMl)],
                ['Applied', session.appliedMl === null ? null : inMl(session.appliedMl)],
              ]}
              hideEmpty
            />
            <UsedIngredients session={session} version={chosen?.version} />
            <FindingList findings={findings.product} />
          </Section>
        </div>
        <div className={css.whole}>
          {isSigned ? (
            <OverrideList session={session} nameOf={nameOf} />
          ) : (
            <ColleagueChecks session={session} nameOf={nameOf} />
          )}
        </div>
        {session.notes !== '' && (
          <div className={css.whole}>
            <Section title="Notes">
              <p className={css.text}>{session.notes}</p>
            </Section>
          </div>
        )}
        <div className={css.whole}>
          <p className={css.signature}>
            Performed by <Name>{nameOf(session.performedBy) ?? 'a former colleague'}</Name>
            {session.signedAt !== null && (
              <>
                . Signed by <Name>{nameOf(session.signedBy ?? '') ?? 'a former colleague'}</Name>,{' '}
                {showMoment(timeZone, session.signedAt)}
              </>
            )}
          </p>
        </div>
        {isSigned && (
          <div className={css.whole}>
            <LaterPain session={session} nameOf={nameOf} mayAdd={mayAdd} />
            <SessionNotes session={session} nameOf={nameOf} mayAdd={mayAdd} />
          </div>
        )}
      </div>
    </SessionFrame>
  );
}

const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const minutesInWords = ({
  plannedMinutes,
  actualMinutes,
}: Pick<Session, 'plannedMinutes' | 'actualMinutes'>): string | null =>
  actualMinutes === null
    ? null
    : `${actualMinutes}${plannedMinutes === null ? '' : ` of ${plannedMinutes} planned`}`;

const withUnit = (value: number | null, unit: string): string | null =>
  value === null ? null : `${value} ${unit}`;

function Facts({ rows, hideEmpty = false }: { rows: readonly Fact[]; hideEmpty?: boolean }) {
  const isEmpty = (value: unknown) => value === null || value === undefined || value === '';
  return (
    <dl className={css.facts}>
      {rows
        .filter(([, value]) => !hideEmpty || !isEmpty(value))
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{isEmpty(value) ? <span className="faint">Not recorded</span> : value}</dd>
          </div>
        ))}
    </dl>
  );
}
