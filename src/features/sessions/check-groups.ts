import { FINDING_LEVEL_LABELS, FINDING_LEVELS } from '#domain/ingredients/finding.ts';
import type { SessionCheck } from '#domain/sessions/session-check.ts';

/** Findings of one kind that stand alike: one reason answers them all. */
export type CheckGroup = {
  id: string;
  isOpen: boolean;
  checks: readonly [SessionCheck, ...SessionCheck[]];
};

/** What tells findings of one code apart: how they stand, and by whose reason. */
const standing = ({ code, needs, isOpen, override, approvalReason }: SessionCheck): string =>
  [code, needs, isOpen, override?.by, override?.reason, approvalReason].join(' ');

/** Findings by kind and standing: those still open first, in their own order, then the rest. */
export function checkGroups(checks: readonly SessionCheck[]): CheckGroup[] {
  const groups = new Map<string, CheckGroup>();
  for (const check of checks) {
    const id = standing(check);
    const before = groups.get(id);
    groups.set(id, {
      id,
      isOpen: check.isOpen,
      checks: before ? [...before.checks, check] : [check],
    });
  }
  const all = [...groups.values()];
  return [...all.filter(({ isOpen }) => isOpen), ...all.filter(({ isOpen }) => !isOpen)];
}

/** How many of each level, and how many of them are open: `1 stop, 2 review · 1 open`. */
export function inCounts(checks: readonly SessionCheck[]): string {
  const counts = FINDING_LEVELS.flatMap((level) => {
    const count = checks.filter((one) => one.level === level).length;
    return count === 0 ? [] : [`${count} ${FINDING_LEVEL_LABELS[level].toLowerCase()}`];
  }).join(', ');
  const open = checks.filter(({ isOpen }) => isOpen).length;
  return open === 0 ? counts : `${counts} · ${open} open`;
}
