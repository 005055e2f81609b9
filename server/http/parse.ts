import type * as z from 'zod/mini';
import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import { bodyParts } from './body-parts.ts';

const BODY_LIMIT = 1_000_000;

/** Each issue as a field path and a message; of a union's alternatives, the one that fits best. */
function fieldProblems(
  issues: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[] = [],
): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const best = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
      if (best.length > 0) return fieldProblems(best, path);
    }
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...path, key].join('.'),
        message: 'There is no such field.',
      }));
    return [{ path: path.join('.'), message: issue.message }];
  });
}

function invalid(issues: readonly z.core.$ZodIssue[]): Problem {
  const fields = fieldProblems(issues);
  return new Problem('invalid', fields.length === 1 ? fields[0]?.message : undefined, { fields });
}

/**
 * The text of a JSON request.
 * @throws Problem `wrong_media_type`, `too_large`
 */
export async function jsonBody(request: Request): Promise<string> {
  if (
    request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json'
  )
    throw new Problem('wrong_media_type', 'Send this as application/json.');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for await (const part of bodyParts(request.body)) {
      size += part.byteLength;
      if (size > BODY_LIMIT) throw new Problem('too_large');
      text += decoder.decode(part, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('malformed', 'The request is not text in UTF-8.');
  }
}

/**
 * A body parsed by its schema.
 * @throws Problem `malformed` when it is not JSON, `invalid` with a message per field when it does not fit.
 */
export function parseBody<S extends z.ZodMiniType>(schema: S, text: string): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('malformed', 'The request is not valid JSON.');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(parsed.error.issues);
  return parsed.data;
}

/**
 * A query string parsed by its schema: each name once, or as a list where the schema has one.
 * @throws Problem `invalid` with a message per field.
 */
export function parseQuery<S extends z.ZodMiniType>(
  schema: S,
  query: Record<string, string[]>,
): z.output<S> {
  for (const [name, values] of Object.entries(query))
    if (values.some((text) => text.includes('\0') || !text.isWellFormed()))
      throw new Problem('invalid', undefined, {
        fields: [{ path: name, message: 'This holds characters that cannot be searched for.' }],
      });
  const value = Object.fromEntries(
    Object.entries(query).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(parsed.error.issues);
  return parsed.data;
}
