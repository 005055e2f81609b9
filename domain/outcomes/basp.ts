/** Basic types of BASP, the shape of the hairline, from least to most. Source: CLINICAL.md section 2. */
export const BASP_BASICS = [
  'L',
  'M0',
  'M1',
  'M2',
  'M3',
  'C0',
  'C1',
  'C2',
  'C3',
  'U1',
  'U2',
  'U3',
] as const;
/** One basic type. */
export type BaspBasic = (typeof BASP_BASICS)[number];
/** Specific types of BASP: thinning at the front (F) and the vertex (V). */
export const BASP_SPECIFICS = ['F1', 'F2', 'F3', 'V1', 'V2', 'V3'] as const;

/** The letters in our own words. */
export const BASP_LETTER_LABELS = {
  L: 'Hairline not receding',
  M: 'Receding at the temples',
  C: 'Receding in the middle',
  U: 'Receding behind the vertex, a horseshoe left',
  F: 'Thin in front and on top',
  V: 'Thin at the vertex',
} as const;

const PATTERN = /^(?:L|[MC][0-3]|U[1-3])(?:F[1-3])?(?:V[1-3])?$/;

/** Whether the text is one basic type with at most one F and one V: "M2", "M2F1", "LV2". */
export const isBasp = (text: string): boolean => PATTERN.test(text);

/** The number kept beside a type, so that every reading has one: the degree of its basic type. */
export const baspDegree = (text: string): number => Number(/^[MCU](\d)/.exec(text)?.[1] ?? 0);
