/** One error of a form, wherever it lies. */
export type FormError = { path: string; message: string };

/** All errors of a form in a flat list, in the order of the fields; the form's own under `root`. */
export function flattenErrors(errors: object, base = ''): FormError[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    const path = base ? `${base}.${key}` : key;
    const isLeaf = 'type' in value && typeof value.type === 'string';
    if (!isLeaf) return flattenErrors(value, path);
    return 'message' in value && typeof value.message === 'string' ? [{ path, message: value.message }] : [];
  });
}
