// What a spreadsheet would run as a formula (OWASP, "CSV Injection"): a cell that begins with one of
// these, also after spaces or quotes, in full-width form, or after a delimiter of another country's setting.
const FORMULA = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]';
const risky = new RegExp(`^'*(?:[\\s"]*${FORMULA}|[\\t\\r\\n])`);
const guarded = new RegExp(`^''*(?:[\\s"]*${FORMULA}|[\\t\\r\\n])`);
const riskyInside = new RegExp(`([,;|\\t\\r\\n][\\s"]*)('*${FORMULA})`, 'g');
const guardedInside = new RegExp(`([,;|\\t\\r\\n][\\s"]*)'('*${FORMULA})`, 'g');

/**
 * Free text made harmless for spreadsheets by one apostrophe before what would begin a formula, at
 * the cell's start and after any delimiter or line break inside it. `restoreCell` takes exactly
 * these apostrophes away again; text without such places is unchanged.
 */
export function guardCell(text: string): string {
  const inside = text.replace(riskyInside, "$1'$2");
  return risky.test(inside) ? `'${inside}` : inside;
}

/**
 * Text as it was before `guardCell`. Files of others lose only an apostrophe that a spreadsheet
 * itself put before a sign.
 */
export function restoreCell(text: string): string {
  if (!text.includes("'")) return text;
  const start = guarded.test(text) ? text.slice(1) : text;
  return start.replace(guardedInside, '$1$2');
}
