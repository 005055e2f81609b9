import { expect, test } from 'vitest';
import { type Outlook, outlookFindings } from './outlook-rules.ts';

const found = (change: Partial<Outlook>) =>
  outlookFindings({
    indication: 'androgenetic_male',
    icd10: 'L64.9',
    baseline: {},
    signedSessions: 0,
    ...change,
  }).map(({ code, level }) => [code, level]);

test.each([
  [{ norwood: 6 }, []],
  [{ norwood: 7 }, [['baseline_norwood_vii', 'review']]],
  [{ ludwig: 2 }, []],
  [{ ludwig: 3 }, [['baseline_ludwig_iii', 'review']]],
  [{ salt: 94.9 }, []],
  [{ salt: 95 }, [['baseline_salt_95', 'review']]],
])('a baseline of %o', (baseline, expected) => {
  expect(found({ baseline })).toEqual(expected);
});

test('scarring by its code or as the indication is found once, and is a note after session 1', () => {
  expect(found({ icd10: 'L66.1' })).toEqual([['scarring_alopecia', 'review']]);
  expect(found({ indication: 'scarring', icd10: null })).toEqual([['scarring_alopecia', 'review']]);
  expect(found({ indication: 'scarring', icd10: 'L66.9', signedSessions: 1 })).toEqual([
    ['scarring_alopecia', 'note'],
  ]);
});
