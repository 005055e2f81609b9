import type { ReactNode } from 'react';
import { Field, type FieldProps } from '#src/ui/field.tsx';
import { Changed } from '#src/ui/status.tsx';
import type { SessionField, SessionValues } from './session-values.ts';
import type { SessionDraft } from './use-session-draft.ts';

/** What an input of a draft's field gets. */
export type DraftBound<Name extends SessionField> = {
  value: SessionValues[Name];
  onChange: (value: SessionValues[Name]) => void;
  onBlur: () => void;
  isInvalid: boolean;
};

/** A field of a draft: its label, what it was last time, its input and what is wrong with it. */
export function DraftField<Name extends SessionField>({
  draft,
  name,
  was,
  children,
  ...field
}: Omit<FieldProps, 'error' | 'aside'> & {
  draft: SessionDraft;
  name: Name;
  /** What it was last time, if that differs: "was 2.5". */
  was?: string | undefined;
  children: (bound: DraftBound<Name>) => ReactNode;
}) {
  const error = draft.errorOf(name);
  return (
    <div data-field={name}>
      <Field
        {...field}
        error={error}
        aside={was === undefined ? undefined : <Changed>{was}</Changed>}
      >
        {children({
          value: draft.values[name],
          onChange: (value) => {
            const typed: Partial<SessionValues> = {};
            typed[name] = value;
            draft.set(typed);
          },
          onBlur: () => draft.leave(name),
          isInvalid: error !== undefined,
        })}
      </Field>
    </div>
  );
}

/** Text that may be left empty: empty is null. */
export const orNull = (text: string): string | null => (text === '' ? null : text);
