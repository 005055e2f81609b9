import { groupPhone } from '#domain/patients/e164.ts';
import { ageToday, dateIn, showDate } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import css from './patient-words.module.css';

/** Birth date and age, or that it is not known. */
export function BirthDate({ date }: { date: string | null }) {
  const { timeZone } = useClinic();
  if (date === null) return <span className={css.none}>Not recorded</span>;
  return (
    <>
      {showDate(date)} <span className={css.age}>{ageToday(date, timeZone)}</span>
    </>
  );
}

/** A phone number that calls when it is tapped. */
export function PhoneLink({ phone }: { phone: string | null }) {
  if (phone === null) return <span className={css.none}>–</span>;
  return (
    <a href={`tel:${phone}`} className={css.phone} data-private="">
      {groupPhone(phone)}
    </a>
  );
}

/** The day of a moment on the clinic's clock. */
export function ClinicDay({ moment }: { moment: string }) {
  const { timeZone } = useClinic();
  return <>{showDate(dateIn(timeZone, moment))}</>;
}
