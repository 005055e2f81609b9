import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, heading, registerPatient, test } from './fixtures.ts';

type Slot = { startsAt: string; endsAt: string; practitionerId: string; roomId: string | null };
type Named = { id: string; version: number };

const DAY_MS = 86_400_000;
const FAR_DAYS = 45;

async function ask<Answer>(page: Page, path: string, data?: object): Promise<Answer> {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`${origin}${path}`, {
    method: data ? 'POST' : 'GET',
    headers: { origin },
    ...(data && { data }),
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/** Goes to an element by Tab, as someone without a mouse does, and presses it. */
async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by Tab').toBeFocused();
  await page.keyboard.press('Enter');
}

const toast = (page: Page, words: RegExp): Locator =>
  page.getByRole('status').getByRole('listitem').filter({ hasText: words });

/** A visit far ahead, and someone urgent who can come on that very day only. */
async function bookAndWait(page: Page, names: { booked: string; waiting: string }) {
  const booked = await registerPatient(page, { givenName: 'Vera', familyName: names.booked });
  const waiting = await registerPatient(page, { givenName: 'Dora', familyName: names.waiting });
  const { items: types } = await ask<{ items: Named[] }>(page, '/api/availability/types');
  const typeId = types[0]?.id ?? '';
  const from = new Date(Date.now() + FAR_DAYS * DAY_MS).toISOString().slice(0, 10);
  const free = await ask<{ items: Slot[] }>(
    page,
    `/api/appointments/free?typeId=${typeId}&from=${from}&limit=1`,
  );
  const [slot] = free.items;
  if (!slot) throw new Error('The demo clinic has no free time.');
  const shared = { typeId, courseId: null, note: '' };
  const visit = await ask<Named>(page, '/api/appointments', {
    ...shared,
    ...slot,
    patientId: booked,
  });
  const day = slot.startsAt.slice(0, 10);
  const entry = await ask<Named>(page, '/api/waiting-list', {
    ...shared,
    patientId: waiting,
    practitionerId: slot.practitionerId,
    fromDay: day,
    toDay: day,
    weekdays: [],
    part: 'any',
    urgency: 'urgent',
  });
  return { visit, entry, day };
}

test('a cancellation names who fits, and one press books them, by keyboard', async ({ openAs }) => {
  const page = await openAs('receptionist', '/waiting-list');
  await expect(heading(page, 'Waiting list')).toBeVisible();
  const { visit, entry, day } = await bookAndWait(page, { booked: 'Abelha', waiting: 'Zimbro' });
  const entryNow = () => ask<{ status: string }>(page, `/api/waiting-list/${entry.id}`);

  await page.goto(`${new URL(page.url()).origin}/today?date=${day}&open=${visit.id}`);
  await expect(page.getByRole('heading', { name: 'Vera Abelha' })).toBeVisible();
  await page.keyboard.press('x');
  await page.getByLabel('Why').fill('Ill');
  await page.keyboard.press('Enter');
  await expect(toast(page, /Vera Abelha.* is cancelled/)).toBeVisible();
  const fits = toast(page, /on the waiting list fits? /);
  await pressByKeyboard(page, fits.getByRole('button', { name: 'See who' }));

  const dialog = page.getByRole('dialog', { name: 'Who fits this time' });
  await expect(dialog.getByText('Dora Zimbro').first()).toBeVisible();
  await expectAccessible(page, 'who fits a freed time');
  await pressByKeyboard(page, dialog.getByRole('button', { name: /^Book .* for Dora Zimbro/ }));
  const done = toast(page, /Dora Zimbro.* is booked/);
  await expect(done).toBeVisible();
  expect((await entryNow()).status).toBe('booked');

  await pressByKeyboard(page, done.getByRole('button', { name: 'Undo' }));
  await expect.poll(async () => (await entryNow()).status).toBe('waiting');
});

test('an appointment is parked and placed again', async ({ openAs }) => {
  const page = await openAs('receptionist', '/waiting-list');
  await expect(heading(page, 'Waiting list')).toBeVisible();
  const { visit, day } = await bookAndWait(page, { booked: 'Cegonha', waiting: 'Tojo' });

  await page.goto(`${new URL(page.url()).origin}/today?date=${day}&open=${visit.id}`);
  await expect(page.getByRole('heading', { name: 'Vera Cegonha' })).toBeVisible();
  await page.keyboard.press('m');
  await pressByKeyboard(page, page.getByRole('button', { name: 'Park without a new time' }));
  await expect(toast(page, /Vera Cegonha.* is parked/)).toBeVisible();

  await page.goto(`${new URL(page.url()).origin}/waiting-list?view=parked`);
  await page.getByRole('row').filter({ hasText: 'Cegonha, Vera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vera Cegonha' });
  await expectAccessible(page, 'a parked appointment');
  await pressByKeyboard(page, dialog.getByRole('button', { name: /^Place / }).first());
  await expect(toast(page, /Vera Cegonha.* is booked/)).toBeVisible();
  const now = await ask<{ status: string }>(page, `/api/appointments/${visit.id}`);
  expect(now.status).toBe('booked');
});
