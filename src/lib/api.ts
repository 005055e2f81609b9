import { hc } from 'hono/client';
import type { ClientResponse } from 'hono/client';
import type { ProblemDetails } from '#domain/shared/problem.ts';
import type { Api } from '#server/app.ts';
import { setDeskState } from './desk-state.ts';
import { ApiProblem } from './problem.ts';

/** A random name of 32 hexadecimal digits. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** This tab's name, by which the server does not tell it of its own changes. */
export const DESK_ID = randomName();

/** The clinic API, typed by its own routes. */
export const api = hc<Api>('/api', { headers: { 'X-Desk': DESK_ID } });

const isProblemDetails = (value: unknown): value is ProblemDetails =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'requestId' in value &&
  'title' in value;

/**
 * The answer of a request, or its problem thrown. A sign-in that has ended or a locked desk is also
 * told to the whole app, which asks for the password above the page and keeps what is typed.
 * @throws ApiProblem; TypeError when the server was not reached
 */
export async function answered<T>(request: Promise<ClientResponse<T, number, 'json'>>): Promise<T> {
  const response = await request;
  if (response.ok) return await response.json();
  const body: unknown = await response.json().catch(() => null);
  if (!isProblemDetails(body))
    throw new TypeError(`The server answered ${response.status} without a reason.`);
  if (body.code === 'not_signed_in') setDeskState('ended');
  if (body.code === 'locked') setDeskState('locked');
  throw new ApiProblem(body);
}

/** The headers of a create: a key of its own, so that a repeated request is not done twice. */
export const createHeaders = (key: string) => ({ headers: { 'Idempotency-Key': key } });

/** The headers of a change made on this version of the record. */
export const changeHeaders = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** A new key for one create; keep it for its retries. */
export const newKey = randomName;
