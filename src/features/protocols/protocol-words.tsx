import { phaseInWords } from '#domain/protocols/compare-versions.ts';
import { PHASE_LABELS } from '#domain/protocols/phase.ts';
import {
  PROTOCOL_STATUS_LABELS,
  type ProtocolStatus,
  type ProtocolVersion,
} from '#domain/protocols/protocol.ts';
import { Status, type Tone } from '#src/ui/status.tsx';
import css from './protocols.module.css';

const TONES: Record<ProtocolStatus, Tone> = { draft: 'note', approved: 'ok', retired: 'plain' };

/** Where a version stands. */
export function ProtocolStatusWord({ status }: { status: ProtocolStatus }) {
  return <Status tone={TONES[status]}>{PROTOCOL_STATUS_LABELS[status]}</Status>;
}

/** What a version says: its phases, and its source with what that states as its statement. */
export function VersionWords({ version }: { version: ProtocolVersion }) {
  const { phases, sourceLabel, sourceStatement, note } = version;
  return (
    <div className={css.words}>
      <dl className={css.phases}>
        {phases.map((phase) => (
          <div key={phase.phase}>
            <dt>{PHASE_LABELS[phase.phase]}</dt>
            <dd>{phaseInWords(phase)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        {sourceStatement === ''
          ? `Source: ${sourceLabel}.`
          : `${sourceLabel} states: “${sourceStatement}”`}
      </p>
      {note !== '' && <p>{note}</p>}
    </div>
  );
}

/** The version of a protocol that stands for it: the approved one, or else the newest. */
export function shownVersion({
  approvedVersionId,
  versions,
}: {
  approvedVersionId: string | null;
  versions: readonly ProtocolVersion[];
}): ProtocolVersion | undefined {
  return versions.find(({ id }) => id === approvedVersionId) ?? versions[0];
}
