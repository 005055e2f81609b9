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

test('an error set without a type is an error too; a field may be named like a part of one', () => {
  const errors = {
    password: { message: 'This is not the password.' },
    message: { type: 'custom', message: 'Type the message.' },
    type: { type: 'custom', message: 'Choose the type.' },
    root: { server: { message: 'The clinic server was not reached.' } },
  };
  expect(flattenErrors(errors)).toEqual([
    { path: 'password', message: 'This is not the password.' },
    { path: 'message', message: 'Type the message.' },
    { path: 'type', message: 'Choose the type.' },
    { path: 'root.server', message: 'The clinic server was not reached.' },
  ]);
});
