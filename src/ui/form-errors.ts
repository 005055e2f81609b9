import type { FieldErrors, FieldValues } from 'react-hook-form';

/** One error of a form, wherever it lies. */
export type FormError = { path: string; message: string };

/** All errors of a form in a flat list, in the order of the fields; the form's own under `root`. */
export function flattenErrors(errors: FieldErrors<FieldValues>, base = ''): FormError[] {
  const flat: FormError[] = [];
  for (const [key, value] of Object.entries(errors as Record<string, unknown>)) {
    if (typeof value !== 'object' || value === null) continue;
    const path = base ? `${base}.${key}` : key;
    const isLeaf = 'type' in value && typeof value.type === 'string';
    if (!isLeaf) flat.push(...flattenErrors(value, path));
    else if ('message' in value && typeof value.message === 'string')
      flat.push({ path, message: value.message });
  }
  return flat;
}
