import type { FieldProblem, ProblemCode, ProblemDetails } from '#domain/shared/problem.ts';

/** An error answer of the API, thrown. It has the fields of the problem itself. */
export class ApiProblem extends Error implements ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly detail?: string | undefined;
  readonly fields?: FieldProblem[] | undefined;
  readonly current?: unknown;

  constructor(details: ProblemDetails) {
    super(details.detail ?? details.title);
    this.name = 'ApiProblem';
    this.type = details.type;
    this.title = details.title;
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.detail = details.detail;
    this.fields = details.fields;
    this.current = details.current;
  }
}

/** Whether an error is a problem of this kind. */
export const isProblem = (error: unknown, code: ProblemCode): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;
