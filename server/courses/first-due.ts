import { type SQL, sql } from 'drizzle-orm';

/**
 * Of a patient, the course that is due first, as the JSON `progressOf` reads; null without one.
 * `patientId` is a column of the statement it stands in.
 */
export const firstDueSql = (patientId: SQL): SQL => sql`(
  SELECT json_build_object('id', due.id, 'patientId', due.patient_id, 'status', due.status,
    'signedSessions', due.signed_sessions, 'plannedSessions', due.planned_sessions,
    'maintenance', due.maintenance, 'due', CASE WHEN due.due_from IS NOT NULL
      THEN json_build_object('from', due.due_from, 'to', due.due_to) END)
  FROM courses due WHERE due.patient_id = ${patientId} AND due.due_to IS NOT NULL
  ORDER BY due.due_to, due.id LIMIT 1)`;
