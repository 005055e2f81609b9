import { timeIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Status } from '#src/ui/status.tsx';
import type { DraftState } from './autosave.ts';
import css from './session-editor.module.css';
import { readValues } from './session-values.ts';

/** How what is typed stands: saved and when, or not and what happens with it. */
export function SaveWords({ draft }: { draft: DraftState }) {
  return (
    <span className={css.saved} role="status" data-print="hide">
      <Words draft={draft} />
    </span>
  );
}

function Words({ draft: { status, base, values, isKept } }: { draft: DraftState }) {
  const { timeZone } = useClinic();
  const held = readValues(values).problems.length;
  const where = isKept ? 'kept on this device' : 'not kept on this device: stay on this page';
  if (status.kind === 'waiting' || status.kind === 'sending')
    return <Status icon="ring">Saving</Status>;
  if (status.kind === 'unsent') {
    const why = {
      network: 'no network',
      busy: 'the clinic server is busy',
      desk: 'the desk is locked',
    }[status.why];
    return (
      <Status tone="review">
        Not saved: {why}, {where}, will be sent
      </Status>
    );
  }
  if (status.kind === 'refused')
    return <Status tone="stop">Not saved: see the marked fields</Status>;
  if (status.kind === 'conflict')
    return <Status tone="review">Not saved: changed elsewhere</Status>;
  if (status.kind === 'closed') return <Status tone="review">Not saved</Status>;
  if (held > 0)
    return (
      <Status tone="review">
        Saved {timeIn(timeZone, base.updatedAt)}, but for{' '}
        {held === 1 ? '1 field' : `${held} fields`}
      </Status>
    );
  return <Status tone="ok">Saved {timeIn(timeZone, base.updatedAt)}</Status>;
}
