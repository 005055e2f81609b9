import { afterEach, beforeEach, expect, vi } from 'vitest';

const unexpected: string[] = [];

beforeEach(() => {
  unexpected.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    unexpected.push(parts.map(String).join(' '));
  });
});

// A test that means to see an error puts its own spy on console.error, which takes the place of ours.
afterEach(() => {
  expect(unexpected, 'console.error was called').toEqual([]);
  vi.restoreAllMocks();
});
