import {
  Problem,
  type ProblemCode,
  type ProblemDetails,
  PROBLEMS,
} from '#domain/shared/problem.ts';
import { databaseErrorCode } from '../audit/transact.ts';

/** Database errors that are the caller's to mend; all others stay unexpected and are logged. */
const FROM_DATABASE: Record<string, ProblemCode> = {
  '40P01': 'busy',
  '40001': 'busy',
  '57014': 'timed_out',
  '53300': 'busy',
};

/** The problem an error is, or undefined when nobody foresaw it. */
export function problemFrom(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const code = databaseErrorCode(error);
  const known = code === undefined ? undefined : FROM_DATABASE[code];
  return known === undefined ? undefined : new Problem(known);
}

/** The answer for a problem: the only map from problem codes to HTTP. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { status, title } = PROBLEMS[problem.code];
  const body: ProblemDetails = {
    type: `/api/docs#problem-${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(problem.message === title ? {} : { detail: problem.message }),
    requestId,
    ...(problem.fields ? { fields: problem.fields } : {}),
    ...(problem.current === undefined ? {} : { current: problem.current }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(status === 429 || status === 503 ? { 'retry-after': '5' } : {}),
    },
  });
}
