import { expect, test } from 'vitest';
import { SCREENING_DETAILS } from '#domain/screening/screening-items.ts';
import { demoCareAt } from './demo-care.ts';
import { DEMO_STAFF } from './demo-clinic.ts';
import { demoIngredientId } from './demo-ingredients.ts';
import { DEMO_SEED, demoRecords } from './demo-records.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';

const records = demoRecords(DEMO_SEED);
const { screenings } = demoCareAt(records, `${DEMO_ANCHOR}T09:30:00.000Z`, DEMO_ANCHOR);
const overridden = records.sessions.filter(({ overrides }) => overrides.length > 0);

test('a signed session has a stop that its prescriber overrode, and no drug for which nobody may', () => {
  const stopped = overridden.filter(({ overrides }) => overrides[0]?.level === 'stop');
  expect(stopped).toHaveLength(1);
  const [session] = stopped;
  expect(session?.status).toBe('signed');
  const [made] = session?.overrides ?? [];
  expect(made?.byPrescriber).toBe(true);
  expect(DEMO_STAFF.find(({ id }) => id === made?.by)?.isPrescriber).toBe(true);
  const drawn = session?.usedIngredients.map(({ ingredientId }) => ingredientId);
  expect(drawn).not.toContain(demoIngredientId('dutasteride'));
  expect([made?.at.slice(0, 10), (made?.at ?? '') < (session?.signedAt ?? '')]).toEqual([
    session?.sessionOn,
    true,
  ]);
});

test('who went on in spite of an answer had that answer, in the words of the finding', () => {
  expect(overridden.length).toBeGreaterThan(10);
  for (const { id, overrides } of overridden)
    for (const { key, message, level } of overrides) {
      const [, item] = key.split(':');
      const asked = screenings.find(({ sessionId }) => sessionId === id);
      const [answer] = Object.entries(asked?.answers ?? {}).filter(([name]) => name === item);
      expect(answer?.[1]).toEqual({ answer: 'yes', note: null });
      const [details] = Object.entries(SCREENING_DETAILS).filter(([name]) => name === item);
      expect(message).toBe(`${details?.[1].label}: yes. ${details?.[1].advice}`);
      expect(level).toBe(details?.[1].level);
    }
});
