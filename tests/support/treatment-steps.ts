import { expect } from 'vitest';
import type { CourseCreate } from '#domain/courses/course.ts';
import type { SessionCreate } from '#domain/sessions/session.ts';
import { newPatient } from './factories.ts';
import type { Client } from './test-clinic.ts';
import { baselineReading, newCourse, newSession } from './treatment-factories.ts';

/** Registers a patient and opens a course with its baseline, by the API. */
export async function openCourse(doctor: Client, change: Partial<CourseCreate> = {}) {
  const patient = await doctor('POST', '/api/patients', newPatient());
  const answer = await doctor('POST', '/api/courses', newCourse(patient.body.id, change));
  expect(answer.status, answer.text).toBe(201);
  const courseId: string = answer.body.id;
  const baseline = { courseId, assessedOn: '2026-01-02', readings: [baselineReading] };
  expect((await doctor('POST', '/api/outcomes', baseline)).status).toBe(201);
  return { courseId, patientId: String(patient.body.id) };
}

/** Records and signs a session, by the API. */
export async function signedSession(
  doctor: Client,
  courseId: string,
  staffId: string,
  change: Partial<SessionCreate> = {},
) {
  const made = await doctor('POST', '/api/sessions', newSession(courseId, staffId, change));
  expect(made.status, made.text).toBe(201);
  const path = `/api/sessions/${made.body.id}/sign`;
  const answer = await doctor('POST', path, { confirmedFindings: [] }, { 'if-match': '"1"' });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}
