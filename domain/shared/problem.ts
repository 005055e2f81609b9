import * as z from 'zod/mini';

/** Every error the API can answer with, each with its HTTP status and what to tell a person. */
export const PROBLEMS = {
  invalid: { status: 422, title: 'Some of what was sent cannot be used.' },
  malformed: { status: 400, title: 'The request could not be read.' },
  not_signed_in: { status: 401, title: 'Sign in to go on.' },
  wrong_credentials: { status: 401, title: 'The e-mail or the password is not right.' },
  locked: { status: 423, title: 'This desk is locked. Type your password to go on.' },
  not_allowed: { status: 403, title: 'Your role does not include this.' },
  cross_site: { status: 403, title: 'This request came from another site.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  no_such_operation: { status: 404, title: 'The API has no such operation.' },
  method_not_allowed: { status: 405, title: 'The API does not do that here.' },
  not_acceptable: { status: 406, title: 'This is only sent as a stream of events.' },
  duplicate: { status: 409, title: 'There is one like this already.' },
  conflict: { status: 409, title: 'This does not fit what is recorded.' },
  already_set_up: { status: 409, title: 'This clinic is set up already.' },
  not_set_up: { status: 409, title: 'This clinic is not set up yet.' },
  stale: { status: 412, title: 'Someone saved a change to this first.' },
  too_large: { status: 413, title: 'This is larger than can be taken.' },
  wrong_media_type: { status: 415, title: 'This kind of content is not taken here.' },
  key_reused: { status: 422, title: 'This key was used for something else.' },
  version_missing: { status: 428, title: 'Say which version you changed.' },
  too_many_requests: { status: 429, title: 'Too many tries. Wait a moment.' },
  unexpected: { status: 500, title: 'Something went wrong on our side. What you typed is kept.' },
  busy: { status: 503, title: 'The clinic server is busy. Try again in a moment.' },
  timed_out: { status: 503, title: 'This took too long and was stopped.' },
} as const satisfies Record<string, { status: number; title: string }>;

/** The stable code of a problem. */
export type ProblemCode = keyof typeof PROBLEMS;

const fieldProblem = z.strictObject({
  /** Dotted path into the request body, e.g. `ingredients.0.volumeMl`; empty for the whole. */
  path: z.string(),
  message: z.string(),
});

/** One field's error: where, and what to do. */
export type FieldProblem = z.infer<typeof fieldProblem>;

/** The body of every error answer: RFC 9457 problem details. */
export const problemDetails = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  // The keys of PROBLEMS, of which there are many: Object.keys forgets both.
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.optional(z.string()),
  requestId: z.string(),
  fields: z.optional(z.array(fieldProblem)),
  /** With `stale`: the record as it now stands. With `duplicate`: what it collides with. */
  current: z.optional(z.unknown()),
});

/** The body of every error answer, as a type. */
export type ProblemDetails = z.infer<typeof problemDetails>;

/** An error with a stable code, thrown by rules and verbs and mapped to HTTP in one place. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: FieldProblem[] | undefined;
  readonly current: unknown;

  constructor(
    code: ProblemCode,
    detail?: string,
    more?: { fields?: FieldProblem[]; current?: unknown },
  ) {
    super(detail ?? PROBLEMS[code].title);
    this.name = 'Problem';
    this.code = code;
    this.fields = more?.fields;
    this.current = more?.current;
  }
}

/** A problem of one field: what a person typed there can't be used, and why. */
export function invalidField(path: string, message: string): Problem {
  return new Problem('invalid', message, { fields: [{ path, message }] });
}
