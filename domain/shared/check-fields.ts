import * as z from 'zod/mini';
import type { FieldProblem } from './problem.ts';

/**
 * Turns a pure rule over several fields into a zod check, each problem at its own field. The same
 * rule then serves a creation (through the schema) and a change (on the merged record).
 */
export const checkFields = <T>(findProblems: (value: T) => readonly FieldProblem[]) =>
  z.superRefine<T>((value, context) => {
    for (const { path, message } of findProblems(value)) {
      context.addIssue({ code: 'custom', path: toSegments(path), message, input: value });
    }
  });

const toSegments = (path: string): (string | number)[] =>
  path === '' ? [] : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
