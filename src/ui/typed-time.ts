/** Reads a typed time of day: "9", "930", "9:30", "9.30", "9h30", "6pm". Null if it is none. */
export function parseTypedTime(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const parts = /^(\d{1,2})(?:[\s:.,h]*(\d{2}))?\s*(?:h|([ap])\.?m\.?)?$/.exec(typed);
  if (!parts) return null;
  const [, hourText = '', minuteText = '0', half] = parts;
  const minute = Number(minuteText);
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
