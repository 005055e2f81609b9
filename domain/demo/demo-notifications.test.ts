import { expect, test } from 'vitest';
import { demoNotifications } from './demo-notifications.ts';
import { DEMO_SEED, demoRecords } from './demo-records.ts';

test('every practitioner is told of waiting calls and of drafts that others wrote', () => {
  const records = demoRecords(DEMO_SEED);
  const told = demoNotifications(records);
  expect(new Set(told.map(({ kind }) => kind))).toEqual(
    new Set(['phone_report', 'recipe_to_approve']),
  );
  const waiting = records.phoneReports.filter(
    ({ takenAt, closedAt }) => takenAt === null && closedAt === null,
  );
  expect(told.filter(({ kind }) => kind === 'phone_report')).toHaveLength(3 * waiting.length);
  const writers = new Map(
    records.recipes.flatMap(({ recipe, versions }) =>
      versions
        .filter(({ status }) => status === 'draft')
        .map(({ createdBy }) => [recipe.id, createdBy] as const),
    ),
  );
  for (const { kind, staffId, subjectId } of told)
    if (kind === 'recipe_to_approve') expect(writers.get(subjectId)).not.toBe(staffId);
});
