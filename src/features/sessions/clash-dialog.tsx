import { ConflictDialog } from '#src/ui/conflict-dialog.tsx';
import { FIELD_LABELS } from './open-items.ts';
import { inWords } from './field-words.ts';
import { valuesOf } from './session-values.ts';
import type { SessionDraft } from './use-session-draft.ts';

/** The same fields were changed here and on another screen: both beside each other. */
export function ClashDialog({ draft, onClose }: { draft: SessionDraft; onClose: () => void }) {
  const theirs = valuesOf(draft.base);
  return (
    <ConflictDialog
      open
      fields={draft.clashes.map((field) => ({
        key: field,
        label: FIELD_LABELS[field],
        mine: inWords(draft.values, field),
        theirs: inWords(theirs, field),
      }))}
      onClose={onClose}
      onResolve={(choices) =>
        draft.autosave.resolve(draft.clashes.filter((field) => choices[field] === 'theirs'))
      }
    />
  );
}
