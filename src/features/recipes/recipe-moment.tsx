import { dateIn, showDate } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';

/** The clinic's date of a moment. */
export function RecipeMoment({ at }: { at: string }) {
  const { timeZone } = useClinic();
  return <time dateTime={at}>{showDate(dateIn(timeZone, at))}</time>;
}
