/** The key of everything a patient's chart shows; what changes any of it makes the chart stale. */
export const chartKey = (patientId: string) => ['chart', patientId] as const;

/** The key every report begins with. */
export const reportsKey = ['reports'] as const;

/** The key of everything that decides when the clinic can be booked. */
export const availabilityKey = ['availability'] as const;

/** The keys of what is made of it: the schedule, and what is known of appointments. */
export const bookingKeys = [['schedule'], ['appointments']] as const;

/** The key of every list of follow-ups. */
export const followUpsKey = ['follow-ups'] as const;

/** A practitioner's own day. */
export const myDayKey = ['my-day'] as const;

/** Every schedule. */
export const scheduleKey = ['schedule'] as const;

/** Every course. */
export const coursesKey = ['courses'] as const;

/** Questions before sessions. */
export const screeningKey = ['screening'] as const;

/** The waiting list, with its parked appointments. */
export const waitingListKey = ['waiting-list'] as const;
