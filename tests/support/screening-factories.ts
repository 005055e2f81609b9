import { SCREENING_ITEMS, type ScreeningItem } from '#domain/screening/screening-items.ts';
import type { ScreeningAnswers } from '#domain/screening/screening.ts';
import type { Answer } from '#domain/courses/course-enums.ts';

/** "No" to every question, but for those a test is about. */
export const screeningAnswers = (
  change: Partial<Record<ScreeningItem, Answer>> = {},
): ScreeningAnswers =>
  Object.fromEntries(
    SCREENING_ITEMS.map((item) => [item, { answer: change[item] ?? 'no', note: null }]),
  );
