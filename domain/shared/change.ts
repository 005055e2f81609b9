/** The record with the fields of a change put over it; fields left out, or undefined, stay. */
export function withChange<T extends object>(
  record: T,
  change: { [K in keyof T]?: T[K] | undefined },
): T {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...record, ...Object.fromEntries(given) };
}
