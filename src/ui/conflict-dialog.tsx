import { useState, type ReactNode } from 'react';

import { Button } from './button.tsx';
import css from './conflict-dialog.module.css';
import { Dialog } from './dialog.tsx';

/** Which version of a field is to stand. */
export type ConflictChoice = 'mine' | 'theirs';

/** A field that both changed: its words on each side. Leave out fields that are the same. */
export type ConflictField = { key: string; label: string; mine: ReactNode; theirs: ReactNode };

/**
 * Someone saved first: both versions beside each other, picked field by field. Nothing is chosen
 * beforehand, and closing it keeps what was typed.
 */
export function ConflictDialog({
  open,
  savedBy,
  savedAt,
  fields,
  saving,
  onResolve,
  onClose,
}: {
  open: boolean;
  savedBy?: string | undefined;
  savedAt?: string | undefined;
  fields: readonly ConflictField[];
  saving?: boolean | undefined;
  onResolve: (choices: Record<string, ConflictChoice>) => void;
  onClose: () => void;
}) {
  const [choices, setChoices] = useState<Record<string, ConflictChoice>>({});
  const left = fields.filter((field) => !choices[field.key]).length;
  const all = (choice: ConflictChoice) =>
    setChoices(Object.fromEntries(fields.map((field) => [field.key, choice])));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="lg"
      keepOpen
      title="Someone saved a change to this first"
      description="Pick what is to stand for each field. What you typed is kept until you do."
      footer={
        <>
          <span className={css.left} role="status">
            {left > 0 ? `${left} of ${fields.length} still to pick` : ''}
          </span>
          <Button onClick={onClose}>Back to what I typed</Button>
          <Button
            variant="primary"
            disabled={left > 0}
            loading={saving}
            onClick={() => onResolve(choices)}
          >
            Save these
          </Button>
        </>
      }
    >
      <table className={css.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              Yours
              <button type="button" className={css.all} onClick={() => all('mine')}>
                All yours
              </button>
            </th>
            <th scope="col">
              <span>
                Saved meanwhile
                {savedBy && (
                  <>
                    {' by '}
                    <bdi>{savedBy}</bdi>
                  </>
                )}
                {savedAt && `, ${savedAt}`}
              </span>
              <button type="button" className={css.all} onClick={() => all('theirs')}>
                All theirs
              </button>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.key}>
              <th scope="row">{field.label}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side} data-side={side === 'mine' ? 'Yours' : 'Saved meanwhile'}>
                  <label className={css.pick}>
                    <input
                      type="radio"
                      name={`conflict-${field.key}`}
                      aria-label={`${field.label}: ${side === 'mine' ? 'yours' : 'saved meanwhile'}`}
                      checked={choices[field.key] === side}
                      onChange={() => setChoices({ ...choices, [field.key]: side })}
                    />
                    <span dir="auto">
                      {isBlank(field[side]) ? <span className="faint">empty</span> : field[side]}
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function isBlank(words: ReactNode): boolean {
  return words === null || words === undefined || words === '';
}
