import { expect, test } from 'vitest';
import { staffUpdate } from './staff-member.ts';

test.each([
  [['receptionist'], true],
  [['receptionist', 'manager'], true],
  [[], false],
  [['receptionist', 'receptionist'], false],
])('roles %j', (roles, isFine) => {
  expect(staffUpdate.safeParse({ roles }).success).toBe(isFine);
});
