import { expect, test } from 'vitest';
import { openClosing } from './closing.ts';

test('closes the last opened first, past what fails or hangs', async () => {
  const closed: string[] = [];
  const closing = openClosing();
  closing.add(async () => void closed.push('database'));
  closing.add(() => new Promise(() => undefined), 20);
  closing.add(() => Promise.reject(new Error('broken')));
  closing.add(async () => void closed.push('server'));
  await closing.closeAll();
  expect(closed).toEqual(['server', 'database']);
});

test('closes everything once only', async () => {
  let times = 0;
  const closing = openClosing();
  closing.add(async () => void (times += 1));
  await Promise.all([closing.closeAll(), closing.closeAll()]);
  expect(times).toBe(1);
});
