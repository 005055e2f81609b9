import type { Finding } from '#domain/ingredients/finding.ts';
import { Status } from '#src/ui/status.tsx';
import css from './finding-list.module.css';

/** What a check noticed, each with its level in icon and words. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return <div role="status">{findings.length > 0 && <Findings findings={findings} />}</div>;
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className={css.list}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.ingredientId ?? ''}`}>
          <Status tone={finding.level}>{finding.message}</Status>
        </li>
      ))}
    </ul>
  );
}
