/** One error of a form, wherever it lies. */
export type FormError = { path: string; message: string };

/** All errors of a form in a flat list, in the order of the fields; the form's own under `root`. */
export function flattenErrors(errors: object, base = ''): FormError[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    const path = base ? `${base}.${key}` : key;
    // A field may itself be named "message" or "type"; its error is an object then, never text.
    if ('message' in value && typeof value.message === 'string')
      return [{ path, message: value.message }];
    return 'type' in value && typeof value.type === 'string' ? [] : flattenErrors(value, path);
  });
}
