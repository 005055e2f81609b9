import { demoId } from './demo-clinic.ts';

/** The kinds of records in `demoId`, so that ids of two areas never meet. */
export const DEMO_KINDS = {
  room: 1,
  staff: 2,
  patient: 3,
  ingredient: 4,
  recipe: 5,
  course: 6,
  session: 7,
  outcome: 8,
  sideEffect: 9,
  recipeVersion: 10,
  addendum: 11,
  appointment: 12,
  appointmentType: 13,
  protocol: 14,
  protocolVersion: 15,
  closure: 16,
  timeOff: 17,
  screening: 18,
  consent: 19,
  consentTemplate: 20,
  followUp: 21,
  phoneReport: 22,
  profile: 23,
  consultation: 60,
  levelChange: 61,
  staffHours: 24,
  laterPain: 40,
  followUpAttempt: 50,
  followUpContact: 51,
  patientChanges: 52,
  ingredientPair: 41,
  notification: 42,
  waitingEntry: 70,
} as const;

/**
 * Records of the demo clinic that the examples of the API name: a patient with an open course,
 * whose session is a draft of `practitioner`, and a reading and a side effect of that course.
 */
export const DEMO_IDS = {
  receptionist: demoId(DEMO_KINDS.staff, 1),
  practitioner: demoId(DEMO_KINDS.staff, 2),
  patient: demoId(DEMO_KINDS.patient, 1),
  ingredient: demoId(DEMO_KINDS.ingredient, 1),
  recipe: demoId(DEMO_KINDS.recipe, 1),
  recipeVersion: demoId(DEMO_KINDS.recipeVersion, 1),
  /** The newest version of the recipe; no session has named it. */
  unusedRecipeVersion: demoId(DEMO_KINDS.recipeVersion, 3),
  ingredientPair: demoId(DEMO_KINDS.ingredientPair, 1),
  course: demoId(DEMO_KINDS.course, 1),
  /** A course that was completed. */
  closedCourse: demoId(DEMO_KINDS.course, 2),
  session: demoId(DEMO_KINDS.session, 1),
  /** The first session of the open course, signed. */
  signedSession: demoId(DEMO_KINDS.session, 2),
  outcome: demoId(DEMO_KINDS.outcome, 1),
  sideEffect: demoId(DEMO_KINDS.sideEffect, 1),
  /** Week 12 of the open course, and a course that lapsed; nobody has dealt with either. */
  followUp: demoId(DEMO_KINDS.followUp, 1),
  lapsedFollowUp: demoId(DEMO_KINDS.followUp, 2),
  /** A call that still waits for a clinician. */
  phoneReport: demoId(DEMO_KINDS.phoneReport, 1),
  /** A screening that a patient wrote and nobody has looked at yet. */
  screening: demoId(DEMO_KINDS.screening, 1),
  consentTemplate: demoId(DEMO_KINDS.consentTemplate, 1),
  /** The next edition of that consent text, a draft. */
  consentTemplateDraft: demoId(DEMO_KINDS.consentTemplate, 2),
  /** The consent of the open course. */
  consent: demoId(DEMO_KINDS.consent, 1),
  /** A draft of `practitioner` that lacks nothing for its signature. */
  consultation: demoId(DEMO_KINDS.consultation, 1),
  /** A change of a screening level that a practitioner proposed. */
  levelChange: demoId(DEMO_KINDS.levelChange, 1),
  /** A session of 30 minutes. */
  appointmentType: demoId(DEMO_KINDS.appointmentType, 1),
  /** The next session of the open course with its practitioner, booked on a later day. */
  appointment: demoId(DEMO_KINDS.appointment, 1),
  /** Someone who waits for a time, for anyone and any day. */
  waitingEntry: demoId(DEMO_KINDS.waitingEntry, 1),
  /** Another of the same patient, cancelled; its slot is still free. */
  cancelledAppointment: demoId(DEMO_KINDS.appointment, 2),
} as const;
