import { expect, test } from 'vitest';
import { clinicClock, clockText } from '#domain/shared/clinic-time.ts';
import { DEMO_CLINIC } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';

test('a moment of the demo clinic is told by the clinic’s clock, on days of any length', () => {
  const clock = clinicClock(DEMO_CLINIC.timeZone);
  for (const day of ['2026-03-28', '2026-03-29', '2026-06-08', '2026-10-25', '2026-10-26'])
    for (const minute of [0, 59, 60, 90, 125, 539, 540, 545, 719, 1439, 541])
      expect(momentAt(day, minute)).toBe(clock.instantAt(day, clockText(minute)));
});
