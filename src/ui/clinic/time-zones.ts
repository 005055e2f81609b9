let known: readonly { value: string; label: string }[] | undefined;

/** The time zone in words: `Europe/Lisbon`, `America/New York`. */
export const timeZoneName = (zone: string): string => zone.replaceAll('_', ' ');

/** The time zone this browser is set to. */
export const guessTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every time zone this browser knows, its own among them. */
export function timeZoneOptions(): readonly { value: string; label: string }[] {
  known ??= [...new Set([...Intl.supportedValuesOf('timeZone'), guessTimeZone(), 'UTC'])]
    .map((zone) => ({ value: zone, label: timeZoneName(zone) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
  return known;
}
