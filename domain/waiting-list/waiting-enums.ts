/** Where an entry of the waiting list stands. Source: PRODUCT.md, "Reception". */
export const WAITING_STATUSES = ['waiting', 'offered', 'booked', 'withdrawn'] as const;
/** One status. */
export type WaitingStatus = (typeof WAITING_STATUSES)[number];
/** What each is called on screen. */
export const WAITING_STATUS_LABELS: Record<WaitingStatus, string> = {
  waiting: 'Waiting',
  offered: 'Offered a time',
  booked: 'Booked',
  withdrawn: 'Withdrawn',
};

/** The statuses of those who still wait for a time. */
export const OPEN_WAITING = ['waiting', 'offered'] as const satisfies readonly WaitingStatus[];

/** How soon someone needs a time; the urgent come first. */
export const WAITING_URGENCIES = ['urgent', 'normal'] as const;
/** One of them. */
export type WaitingUrgency = (typeof WAITING_URGENCIES)[number];
/** What each is called on screen. */
export const WAITING_URGENCY_LABELS: Record<WaitingUrgency, string> = {
  urgent: 'Urgent',
  normal: 'Normal',
};
