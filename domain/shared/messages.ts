import * as z from 'zod/mini';

const KINDS: Record<string, string> = {
  string: 'Type text here.',
  number: 'Type a number here.',
  int: 'Type a whole number here.',
  boolean: 'Say yes or no.',
  array: 'Give a list here.',
  object: 'Something is missing here.',
};

function wordsFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is needed.'
        : (KINDS[issue.expected] ?? 'This is needed.');
    case 'too_small':
      if (issue.origin === 'string') return `Use at least ${String(issue.minimum)} characters.`;
      if (issue.origin === 'array') return `Give at least ${String(issue.minimum)}.`;
      return issue.inclusive
        ? `At least ${String(issue.minimum)}.`
        : `More than ${String(issue.minimum)}.`;
    case 'too_big':
      if (issue.origin === 'string') return `Use at most ${String(issue.maximum)} characters.`;
      if (issue.origin === 'array') return `At most ${String(issue.maximum)} fit here.`;
      return issue.inclusive
        ? `At most ${String(issue.maximum)}.`
        : `Less than ${String(issue.maximum)}.`;
    case 'not_multiple_of':
      return `Use steps of ${String(issue.divisor)}.`;
    case 'unrecognized_keys':
      return `Unknown here: ${issue.keys.join(', ')}.`;
    case 'invalid_value':
      return 'Choose one of the options.';
    default:
      return 'This cannot be used here.';
  }
}

/** Gives every check that has no words of its own a plain English message. Call once at start. */
export function installMessages(): void {
  z.config({ customError: wordsFor });
}
