/** A phone number as it is stored: + and 7 to 15 digits, no spaces (ITU-T E.164). */
const E164_PATTERN = /^\+[1-9]\d{6,14}$/;

/** Whether the text is a phone in the stored form. */
export const isE164 = (text: string): boolean => E164_PATTERN.test(text);

/** The last digits of a phone, as people search by them and as they are shown in privacy mode. */
export function phoneTail(phone: string, digits = 4): string {
  return phone.replace(/\D/g, '').slice(-digits);
}

const twoDigitCallingCode = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
 * An E.164 number with spaces (+351 917 555 390) without knowing any country's own grouping: for
 * lists that should not load the phone library. `formatPhone` of phone.ts is the better form.
 */
export function groupPhone(phone: string): string {
  if (!isE164(phone)) return phone;
  const digits = phone.slice(1);
  const codeLength = /^[17]/.test(digits) ? 1 : twoDigitCallingCode.test(digits) ? 2 : 3;
  const rest = digits.slice(codeLength).replace(/\d{3}(?=\d{2})/g, '$& ');
  return `+${digits.slice(0, codeLength)} ${rest}`;
}
