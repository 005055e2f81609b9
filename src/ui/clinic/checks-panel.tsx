import type { ReactNode } from 'react';
import { type Finding, findingKey, NO_FINDING_TEXT } from '#domain/ingredients/finding.ts';
import { Notice } from '../notice.tsx';
import { Section } from '../page-frame.tsx';
import { Status } from '../status.tsx';
import css from './checks-panel.module.css';
import { findingCounts } from './finding-status.tsx';

/** What the checks noticed, gravest first, and what they did not look at. They decide nothing. */
export function ChecksPanel({
  findings,
  waitsFor,
  lookedAt,
  notLookedAt,
}: {
  findings: readonly Finding[];
  /** What must be typed or chosen before "No finding" may be said. */
  waitsFor?: string | undefined;
  /** What was looked at, as a sentence. */
  lookedAt: ReactNode;
  notLookedAt?: ReactNode;
}) {
  return (
    <Section title="Checks" meta={findingCounts(findings) || undefined}>
      <div className={css.list} aria-live="polite">
        {waitsFor !== undefined && <p className={css.waits}>{waitsFor}</p>}
        {findings.length === 0 && waitsFor === undefined && (
          <Status tone="ok">{NO_FINDING_TEXT}</Status>
        )}
        {findings.map((found) => (
          <Notice key={findingKey(found)} tone={found.level}>
            {found.message}
          </Notice>
        ))}
      </div>
      <div className={css.scope}>
        <p>{lookedAt}</p>
        {notLookedAt !== undefined && <p>{notLookedAt}</p>}
      </div>
    </Section>
  );
}
