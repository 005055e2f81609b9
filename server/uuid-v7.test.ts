import { expect, test } from 'vitest';
import { id } from '#domain/shared/ids.ts';
import { uuidV7 } from './uuid-v7.ts';

test('it is a version 7 UUID that sorts by time', () => {
  const random = new Uint8Array(10).fill(0xff);
  const earlier = uuidV7(new Date('2026-01-01T00:00:00.000Z'), random);
  const later = uuidV7(new Date('2026-01-01T00:00:00.001Z'), new Uint8Array(10));
  expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(id.parse(earlier)).toBe(earlier);
  expect(earlier < later).toBe(true);
});
