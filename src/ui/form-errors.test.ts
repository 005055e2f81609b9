import { expect, test } from 'vitest';

import { flattenErrors } from './form-errors.ts';

test('lists errors of nested fields and of the form itself by their paths', () => {
  const errors = {
    name: { type: 'custom', message: 'Type the name.' },
    ingredients: [undefined, { volumeMl: { type: 'custom', message: 'More than 0 ml.' } }],
    root: { server: { type: 'conflict', message: 'Room 2 is taken.' } },
  };
  expect(flattenErrors(errors)).toEqual([
    { path: 'name', message: 'Type the name.' },
    { path: 'ingredients.1.volumeMl', message: 'More than 0 ml.' },
    { path: 'root.server', message: 'Room 2 is taken.' },
  ]);
});
