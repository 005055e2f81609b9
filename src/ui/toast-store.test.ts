import { expect, test } from 'vitest';
import { dismissToast, getToasts, showToast, undoLatest } from './toast-store.ts';

test('the newest thing that can be undone is undone, once each, and its message goes', () => {
  const undone: string[] = [];
  showToast({ text: 'Moved', undo: () => undone.push('move') });
  showToast({ text: 'Cancelled', undo: () => undone.push('cancellation') });
  showToast({ text: 'Saved' });
  expect(undoLatest()).toBe(true);
  expect(undone).toEqual(['cancellation']);
  expect(getToasts().map(({ text }) => text)).toEqual(['Moved', 'Saved']);
  expect(undoLatest()).toBe(true);
  expect(undoLatest()).toBe(false);
  expect(undone).toEqual(['cancellation', 'move']);
  for (const { id } of getToasts()) dismissToast(id);
});
