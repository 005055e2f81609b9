import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import {
  useController,
  useFormState,
  type Control,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type Path,
} from 'react-hook-form';

import { DRAFT_PREFIX } from './drafts.ts';
import { Field, type FieldProps } from './field.tsx';
import { flattenErrors } from './form-errors.ts';
import css from './form.module.css';
import { Notice } from './notice.tsx';
import type { AppForm } from './use-app-form.ts';

/** Labels of the fields on screen by path, so that errors can be named and those without a field shown. */
const FieldLabels = createContext<Map<string, string>>(new Map());

/** A native form around an app form: focuses the first error, and sums up above when there are several. */
export function Form<Values extends FieldValues, Parsed>({
  form,
  onSubmit,
  label,
  id,
  column = false,
  children,
}: {
  form: AppForm<Values, Parsed>;
  /** Keeps to a column that the eye can follow; leave it out for forms with wide tables. */
  column?: boolean | undefined;
  onSubmit: (values: Parsed) => void | Promise<void>;
  label?: string | undefined;
  /** For a submit button that stands outside, as in a dialog's footer. */
  id?: string | undefined;
  children: ReactNode;
}) {
  const [labels] = useState(() => new Map<string, string>());
  return (
    <FieldLabels value={labels}>
      <form
        id={id}
        className={css.form}
        data-column={column || undefined}
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          event.stopPropagation();
          void form.handleSubmit(onSubmit)(event);
        }}
      >
        <FormErrors
          control={form.control}
          // The errors' paths are those of the form's own fields.
          onGo={(path) => form.setFocus(path as Path<Values>)}
        />
        {children}
      </form>
    </FieldLabels>
  );
}

/** The field on screen an error belongs to: its own, or one that holds a list the error lies in. */
function fieldOf(path: string, labels: ReadonlyMap<string, string>): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.'))))
    if (labels.has(at)) return at;
  return undefined;
}

function FormErrors<Values extends FieldValues, Parsed>({
  control,
  onGo,
}: {
  control: Control<Values, unknown, Parsed>;
  onGo: (path: string) => void;
}) {
  const { errors, submitCount } = useFormState({ control });
  const labels = use(FieldLabels);
  if (submitCount === 0) return null;
  const all = flattenErrors(errors).map((error) => ({
    ...error,
    field: fieldOf(error.path, labels),
  }));
  const order = [...labels.keys()];
  const onFields = all
    .filter((error) => error.field !== undefined)
    .toSorted((one, other) => order.indexOf(one.field ?? '') - order.indexOf(other.field ?? ''));
  const elsewhere = all.filter((error) => error.field === undefined);
  if (elsewhere.length === 0 && onFields.length < 2) return null;
  return (
    <div role="alert" className={css.errors}>
      {elsewhere.map((error) => (
        <Notice key={error.path} tone="stop">
          {error.message}
        </Notice>
      ))}
      {onFields.length > 1 && (
        <Notice
          tone="stop"
          title={`${onFields.length} fields need another look. Everything you typed is kept.`}
        >
          <ul className={css.list}>
            {onFields.map((error) => (
              <li key={error.path}>
                <button
                  type="button"
                  className={css.go}
                  onClick={() => onGo(error.field ?? error.path)}
                >
                  {labels.get(error.field ?? error.path)}
                </button>
                : {error.message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** What a bound input gets; spread it on the input. */
export type Bound<Value> = {
  name: string;
  value: Value;
  onChange: (value: unknown) => void;
  onBlur: () => void;
  ref: (node: HTMLElement | null) => void;
};

/** A field of an app form: label, help and error around the input that `children` makes. */
export function FormField<Values extends FieldValues, Parsed, Name extends FieldPath<Values>>({
  form,
  name,
  children,
  ...field
}: Omit<FieldProps, 'error'> & {
  form: AppForm<Values, Parsed>;
  name: Name;
  children: (bound: Bound<FieldPathValue<Values, Name>>) => ReactNode;
}) {
  const { field: bound, fieldState } = useController({ name, control: form.control });
  const labels = use(FieldLabels);
  useEffect(() => {
    labels.set(name, field.label);
    return () => void labels.delete(name);
  }, [labels, name, field.label]);
  return (
    <Field {...field} error={flattenErrors({ [name]: fieldState.error })[0]?.message}>
      {children({
        name: bound.name,
        value: bound.value,
        onChange: bound.onChange,
        onBlur: bound.onBlur,
        ref: bound.ref,
      })}
    </Field>
  );
}

/** Buttons at the end of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}

/**
 * Keeps what is typed in this tab, so that a reload or a wrong turn loses nothing. Show `DraftNotice`
 * with the result, and call `clear` once the form is saved.
 */
export function useUnsavedDraft<Values extends FieldValues, Parsed>(
  key: string,
  form: AppForm<Values, Parsed>,
) {
  const storeKey = DRAFT_PREFIX + key;
  const [isRestored, setRestored] = useState(() => sessionStorage.getItem(storeKey) !== null);
  const untouched = useRef(JSON.stringify(form.formState.defaultValues));
  useEffect(() => {
    const kept = sessionStorage.getItem(storeKey);
    if (kept !== null) {
      // Written below by this very form; a draft of an older shape is refused by the schema on leaving a field.
      form.reset(JSON.parse(kept) as Values, { keepDefaultValues: true });
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const typed = JSON.stringify(values);
        if (typed === untouched.current) sessionStorage.removeItem(storeKey);
        else sessionStorage.setItem(storeKey, typed);
      },
    });
  }, [form, storeKey]);
  const clear = () => {
    sessionStorage.removeItem(storeKey);
    setRestored(false);
  };
  return {
    isRestored,
    clear,
    discard: () => {
      form.reset();
      clear();
    },
  };
}

/** Says that an unsaved draft was brought back, and offers to throw it away. */
export function DraftNotice({ draft }: { draft: { isRestored: boolean; discard: () => void } }) {
  if (!draft.isRestored) return null;
  return (
    <Notice tone="note" action={{ label: 'Discard', onSelect: draft.discard }}>
      What you typed before is back. It is not saved yet.
    </Notice>
  );
}
