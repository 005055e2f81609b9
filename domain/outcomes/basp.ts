/**
 * A type of BASP: the hairline (L none receding; M at the temples, C in the middle, each 0–3; U a
 * horseshoe left, 1–3), then at most one F (thin in front) and V (at the vertex). Source: section 2.
 */
const PATTERN = /^(?:L|[MC][0-3]|U[1-3])(?:F[1-3])?(?:V[1-3])?$/;

/** Whether the text is one basic type with at most one F and one V: "M2", "M2F1", "LV2". */
export const isBasp = (text: string): boolean => PATTERN.test(text);

/** The number kept beside a type, so that every reading has one: the degree of its basic type. */
export const baspDegree = (text: string): number => Number(/^[MCU](\d)/.exec(text)?.[1] ?? 0);
