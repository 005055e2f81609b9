/** Where an appointment stands. Source: PRODUCT.md, "Reception". */
export const APPOINTMENT_STATUSES = [
  'booked',
  'confirmed',
  'arrived',
  'in_treatment',
  'done',
  'no_show',
  'cancelled',
] as const;
/** One status. */
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];
/** What each is called on screen. */
export const APPOINTMENT_STATUS_LABELS: Record<AppointmentStatus, string> = {
  booked: 'Booked',
  confirmed: 'Confirmed',
  arrived: 'Arrived',
  in_treatment: 'In treatment',
  done: 'Done',
  no_show: 'No-show',
  cancelled: 'Cancelled',
};

/** The statuses that free the slot; all others hold it. Source: PRODUCT.md, "Words and windows". */
export const FREEING_STATUSES = ['no_show', 'cancelled'] as const;

/** The statuses an appointment is put into by a step; cancelling asks for more and is its own. */
export const STEP_STATUSES = ['confirmed', 'arrived', 'in_treatment', 'done', 'no_show'] as const;
/** One of them. */
export type StepStatus = (typeof STEP_STATUSES)[number];

/** Who cancelled. */
export const CANCELLED_BY = ['patient', 'clinic'] as const;
/** One of them. */
export type CancelledBy = (typeof CANCELLED_BY)[number];
/** What each is called on screen. */
export const CANCELLED_BY_LABELS: Record<CancelledBy, string> = {
  patient: 'The patient',
  clinic: 'The clinic',
};

/** What an appointment takes up, each for one appointment at a time. */
export const HELD_RESOURCES = ['practitioner', 'room', 'patient'] as const;
/** One of them. */
export type HeldResource = (typeof HELD_RESOURCES)[number];

/** The parts of a day people ask for. */
export const PARTS_OF_DAY = ['any', 'morning', 'afternoon', 'evening'] as const;
/** One part. */
export type PartOfDay = (typeof PARTS_OF_DAY)[number];
/** What each is called on screen. */
export const PART_OF_DAY_LABELS: Record<PartOfDay, string> = {
  any: 'Any time',
  morning: 'Mornings',
  afternoon: 'Afternoons',
  evening: 'Evenings',
};
/** When an appointment of that part begins, on the clinic's clock: from, and before. */
export const PART_OF_DAY_HOURS: Record<PartOfDay, { from: string; to: string }> = {
  any: { from: '00:00', to: '24:00' },
  morning: { from: '00:00', to: '12:00' },
  afternoon: { from: '12:00', to: '17:00' },
  evening: { from: '17:00', to: '24:00' },
};
