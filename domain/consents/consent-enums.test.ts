import { expect, test } from 'vitest';
import { CONSENT_SECTIONS, headingOf } from './consent-enums.ts';

test('an English text has a heading over each part', () => {
  for (const language of ['en', 'en-GB', 'EN'])
    for (const section of CONSENT_SECTIONS) expect(headingOf(section, language)).toMatch(/\w/);
});

test('no heading in English stands over a text in another language', () => {
  for (const language of ['pt', 'pt-PT', 'enf', 'uk'])
    expect(headingOf('harms', language)).toBeNull();
});
