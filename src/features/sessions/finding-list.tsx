import type { Finding } from '#domain/ingredients/finding.ts';
import { Status } from '#src/ui/status.tsx';
import css from './finding-list.module.css';

/** What a check noticed, each with its level in icon and words. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={css.list} role="status">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.ingredientId ?? ''}`}>
          <Status tone={finding.level}>{finding.message}</Status>
        </li>
      ))}
    </ul>
  );
}
