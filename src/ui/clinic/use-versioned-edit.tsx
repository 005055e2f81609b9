import { useState, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { ConflictDialog, type ConflictChoice } from '#src/ui/conflict-dialog.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import { isSame } from '#src/lib/is-same.ts';
import { submitTo } from './submit.ts';

/** One field of a record that two people may change at once, and how its value is said. */
export type EditedField<Values> = {
  key: keyof Values & string;
  label: string;
  inWords: (values: Values) => ReactNode;
};

/** The fields whose values differ, with the later values. */
function changesBetween<Values extends object>(before: Values, after: Values): Partial<Values> {
  const changed: Partial<Values> = {};
  // Object.keys forgets that they are the record's own.
  for (const key of Object.keys(after) as (keyof Values)[])
    if (!isSame(before[key], after[key])) changed[key] = after[key];
  return changed;
}

type Clash<Stored, Values> = { theirs: Stored; mine: Values; fields: EditedField<Values>[] };

/**
 * Saves a form over a record that others may save too. A stale save is put over what they saved:
 * fields that only one side changed take that side, and for those both changed the person picks,
 * both versions beside each other. Nothing typed is lost.
 */
export function useVersionedEdit<
  Stored extends { version: number },
  Values extends FieldValues,
  Parsed,
>({
  form,
  stored,
  valuesOf,
  fields,
  send,
  onSaved,
  isSaving,
}: {
  form: AppForm<Values, Parsed>;
  /** The record as this form was opened on. */
  stored: Stored;
  valuesOf: (stored: Stored) => Values;
  fields: readonly EditedField<Values>[];
  /** Sends the changed fields on the version of `over`. */
  send: (change: Partial<Values>, over: Stored) => Promise<Stored>;
  /** Told what was saved, and what stood there before. */
  onSaved: (saved: Stored, before: Stored) => void;
  isSaving: boolean;
}): { save: (values: Values) => Promise<void>; conflict: ReactNode } {
  const [over, setOver] = useState(stored);
  const [clash, setClash] = useState<Clash<Stored, Values> | null>(null);

  const save = async (values: Values, on: Stored): Promise<void> => {
    const change = changesBetween(valuesOf(on), values);
    if (Object.keys(change).length === 0) {
      onSaved(on, on);
      return;
    }
    await submitTo(
      form,
      async () => onSaved(await send(change, on), on),
      (problem) => {
        // `current` is the record in the very shape this operation answers.
        if (problem.code === 'stale') compare(values, on, problem.current as Stored);
      },
    );
  };

  const compare = (mine: Values, on: Stored, theirs: Stored): void => {
    form.clearErrors('root.server');
    const [was, is] = [valuesOf(on), valuesOf(theirs)];
    const both = fields.filter(
      ({ key }) =>
        !isSame(is[key], mine[key]) && !isSame(is[key], was[key]) && !isSame(mine[key], was[key]),
    );
    if (both.length > 0)
      setClash({ theirs, mine: { ...is, ...changesBetween(was, mine) }, fields: both });
    else void take({ ...is, ...changesBetween(was, mine) }, theirs);
  };

  const take = async (values: Values, theirs: Stored): Promise<void> => {
    form.reset(values, { keepDefaultValues: true });
    setOver(theirs);
    setClash(null);
    await save(values, theirs);
  };

  const resolve = (
    { mine, theirs }: Clash<Stored, Values>,
    choices: Record<string, ConflictChoice>,
  ): void => {
    const is = valuesOf(theirs);
    const picked: Values = { ...mine };
    for (const { key } of fields) if (choices[key] === 'theirs') picked[key] = is[key];
    void take(picked, theirs);
  };

  return {
    save: (values) => save(values, over),
    conflict: clash && (
      <ConflictDialog
        open
        saving={isSaving}
        fields={clash.fields.map(({ key, label, inWords }) => ({
          key,
          label,
          mine: inWords(clash.mine),
          theirs: inWords(valuesOf(clash.theirs)),
        }))}
        onClose={() => setClash(null)}
        onResolve={(choices) => resolve(clash, choices)}
      />
    ),
  };
}
