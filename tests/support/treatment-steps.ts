import { expect } from 'vitest';
import type { CourseCreate } from '#domain/courses/course.ts';
import { type Finding, findingKey } from '#domain/ingredients/finding.ts';
import { isAnsweredByApproval } from '#domain/recipes/recipe-rules.ts';
import { SCREENING_ITEMS } from '#domain/screening/screening-items.ts';
import type { SessionCheck } from '#domain/sessions/session-check.ts';
import type { Screening } from '#domain/screening/screening.ts';
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

const ALL_NO = Object.fromEntries(
  SCREENING_ITEMS.map((item) => [item, { answer: 'no', note: null }]),
);

/** Answers every question before a session with "no", but for those named, by the API. */
export async function answerScreening(
  doctor: Client,
  courseId: string,
  sessionId: string,
  change: Screening['answers'] = {},
): Promise<void> {
  const body = { courseId, sessionId, answers: { ...ALL_NO, ...change } };
  const answer = await doctor('POST', '/api/screenings', body);
  expect(answer.status, answer.text).toBe(201);
}

/** Gives a reason for each finding of a draft that any practitioner may go on with; answers its version. */
export async function answerChecks(doctor: Client, sessionId: string): Promise<number> {
  const path = `/api/sessions/${sessionId}`;
  const { version } = (await doctor('GET', path)).body;
  const { items }: { items: SessionCheck[] } = (await doctor('GET', `${path}/checks`)).body;
  const keys = items
    .filter(({ isOpen, needs }) => isOpen && needs === 'practitioner_reason')
    .map(({ key }) => key);
  if (keys.length === 0) return version;
  const match = { 'if-match': `"${version}"` };
  const body = { keys, reason: 'Looked at, and spoken about.' };
  const answer = await doctor('POST', `${path}/overrides`, body, match);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.version;
}

/** Has the second person approve a recipe's version, with a reason for each finding to review. */
export async function approveVersion(second: Client, versionId: string): Promise<void> {
  const path = `/api/recipes/versions/${versionId}`;
  const { body } = await second('GET', path);
  const findings: Finding[] = body.findings;
  const reasons = findings
    .filter(isAnsweredByApproval)
    .map((found) => ({ key: findingKey(found), reason: 'Known to the clinic.' }));
  const match = { 'if-match': `"${body.version}"` };
  const answer = await second('POST', `${path}/approve`, { reasons }, match);
  expect(answer.status, answer.text).toBe(200);
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
  await answerScreening(doctor, courseId, made.body.id);
  const version = await answerChecks(doctor, made.body.id);
  const path = `/api/sessions/${made.body.id}/sign`;
  const match = { 'if-match': `"${version}"` };
  const answer = await doctor('POST', path, { confirmedFindings: [] }, match);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}
