import { demoId } from './demo-clinic.ts';

/**
 * Records of the demo clinic that the examples of the API name: a patient with an open course,
 * whose session is a draft of `practitioner`, and a reading and a side effect of that course.
 */
export const DEMO_IDS = {
  practitioner: demoId(2, 2),
  patient: demoId(3, 1),
  ingredient: demoId(4, 1),
  recipe: demoId(5, 1),
  recipeVersion: demoId(10, 1),
  course: demoId(6, 1),
  session: demoId(7, 1),
  outcome: demoId(8, 1),
  sideEffect: demoId(9, 1),
} as const;
