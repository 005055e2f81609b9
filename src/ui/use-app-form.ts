import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import {
  useForm,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import type * as z from 'zod/mini';

import type { ProblemDetails } from '#domain/shared/problem.ts';

/** A schema of domain whose input is a form's values. */
type FormSchema = z.core.$ZodType<FieldValues, FieldValues>;

/** A form held to one schema of domain: typed values in, parsed values out. */
export type AppForm<Values extends FieldValues, Parsed> = UseFormReturn<Values, unknown, Parsed>;

/**
 * A form that checks a field with the domain's schema when it is left, and everything on submit.
 * A form with lines that can be added takes `onBlur`: under `onTouched` adding a line would at once
 * call all its empty fields wrong.
 */
export function useAppForm<Schema extends FormSchema>(
  schema: Schema,
  defaultValues: DefaultValues<z.input<Schema>>,
  mode: 'onTouched' | 'onBlur' = 'onTouched',
): AppForm<z.input<Schema>, z.output<Schema>> {
  return useForm<z.input<Schema>, unknown, z.output<Schema>>({
    resolver: standardSchemaResolver<z.input<Schema>, unknown, z.output<Schema>>(schema),
    defaultValues,
    mode,
  });
}

/**
 * Puts a refused request onto the form: each field's error on its field, the rest above the form.
 * Everything typed stays.
 */
export function applyServerProblem<Values extends FieldValues, Parsed>(
  form: AppForm<Values, Parsed>,
  problem: ProblemDetails,
): void {
  const fields = problem.fields?.filter((field) => field.path !== '') ?? [];
  const whole = problem.fields?.find((field) => field.path === '')?.message;
  for (const [at, field] of fields.entries()) {
    // The server names the same paths as the schema that form and server share; one that has no field is shown above the form.
    const path = field.path as FieldPath<Values>;
    form.setError(path, { type: 'server', message: field.message }, { shouldFocus: at === 0 });
  }
  if (fields.length === 0 || whole) {
    form.setError('root.server', {
      type: problem.code,
      message: whole ?? problem.detail ?? problem.title,
    });
  }
}
