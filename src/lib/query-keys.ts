/** The key of everything a patient's chart shows; what changes any of it makes the chart stale. */
export const chartKey = (patientId: string) => ['chart', patientId] as const;

/** The key every report begins with. */
export const reportsKey = ['reports'] as const;
