import { Icon } from '#src/ui/icon.tsx';
import { Popover } from '#src/ui/popover.tsx';
import { Status } from '#src/ui/status.tsx';
import { labelOf } from './open-items.ts';
import css from './session-editor.module.css';
import type { SessionDraft } from './use-session-draft.ts';

/** "2 open": what is missing before it can be signed, each the way to its field. */
export function OpenList({ draft }: { draft: SessionDraft }) {
  const { open } = draft;
  if (open.length === 0) return <Status tone="ok">Complete</Status>;
  return (
    <Popover
      label="Open before signing"
      align="end"
      trigger={(props) => (
        <button type="button" className={css.open} {...props}>
          <Icon name="review-triangle" size={14} />
          {open.length} open
        </button>
      )}
    >
      {(close) => (
        <ul className={css.openList}>
          {open.map(({ path, message }) => (
            <li key={path}>
              <button
                type="button"
                onClick={() => {
                  close();
                  draft.leave(path);
                  draft.goTo(path);
                }}
              >
                <b>{labelOf(path)}</b>
                <span>{message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
