import type { Page } from '@playwright/test';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { expectAccessible } from './axe.ts';
import { expect, heading, test } from './fixtures.ts';

/** Answers one question of a strip of choices. */
const answer = (page: Page, question: string, name: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name, exact: true })
    .check();

const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const WORDS = 'The crown is hot and the redness gets larger.';

test('reception hands a call over and cannot read it back; a clinician takes it and closes it', async ({
  openAs,
}) => {
  const desk = await openAs('receptionist', `/phone-reports/new?patient=${DEMO_IDS.patient}`);
  await expect(heading(desk, 'A patient phoned with a problem')).toBeVisible();
  await expect(desk.getByLabel('Call back on')).not.toHaveValue('');
  await answer(desk, 'Trouble breathing', 'Yes');
  await expect(
    desk.getByRole('alert').getByText('This is an emergency', { exact: true }),
  ).toBeVisible();
  await answer(desk, 'Trouble breathing', 'No');
  await answer(desk, 'Spreading redness', 'Yes');
  await desk.getByLabel('What the patient says').fill(WORDS);
  await expectAccessible(desk, 'the call');
  await desk.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(desk.getByText(/^Handed over at \d\d:\d\d$/)).toBeVisible();
  await expect(desk.getByText('Nobody has it yet').first()).toBeVisible();
  await expect(desk.getByText(WORDS)).toHaveCount(0);
  await expect(desk.getByLabel('What the patient says')).toHaveValue('');

  const doctor = await openAs('practitioner', '/follow-ups?rule=phone_report');
  await doctor
    .getByRole('row', { name: /phoned with a problem Today/ })
    .getByText('Today')
    .click();
  await expect(doctor.getByText(`“${WORDS}”`)).toBeVisible();
  await expect(doctor.getByText('Spreading redness')).toBeVisible();
  await doctor.getByRole('button', { name: 'Take it over' }).click();
  await expect(doctor.getByText('You have it')).toBeVisible();
  await expectAccessible(doctor, 'the form');
  await doctor.getByRole('radio', { name: 'Advice given' }).check();
  await doctor.getByLabel('Advice or decision').fill('Cool compress; seen tomorrow at ten.');
  await doctor.getByRole('button', { name: 'Close the call' }).click();
  await expect(heading(doctor, 'Follow-ups')).toBeVisible();

  await desk.reload();
  await expect(desk.getByText(/^Closed \d\d:\d\d$/).first()).toBeVisible();
});

test('reception logs a call, and the attempt stands in the list; nothing clinical is there', async ({
  openAs,
}) => {
  const desk = await openAs('receptionist', '/follow-ups?rule=week_52');
  await expect(heading(desk, 'Follow-ups')).toBeVisible();
  // Rows still on their way have no phone yet.
  const row = desk.getByRole('row').filter({ hasText: /\+\d/ }).first();
  await row.getByRole('cell').nth(1).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Left a message' }).check();
  await dialog.getByRole('button', { name: 'Log it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row.getByText(/^Left a message/)).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Why', exact: true })).toHaveCount(0);
  await desk.goto(new URL('/follow-ups', desk.url()).href);
  await desk.getByRole('button', { name: 'Why', exact: true }).click();
  await expect(desk.getByRole('menuitem', { name: /side effect/i })).toHaveCount(0);
});

test('a contact is recorded on one screen and leaves the list', async ({ openAs }) => {
  const doctor = await openAs('practitioner', '/follow-ups?rule=week_52');
  const row = doctor.getByRole('row').filter({ hasText: /\+\d/ }).first();
  await expect(row).toBeVisible();
  await row.getByRole('cell').nth(1).click();
  await expect(heading(doctor, 'Week 52 assessment')).toBeVisible();
  await doctor.getByRole('radio', { name: 'Asked: some' }).check();
  await doctor.getByLabel('What', { exact: true }).selectOption('bruise');
  await doctor.getByLabel('Began on').fill(daysAgo(3));
  await doctor.getByRole('radio', { name: /^1 Mild/ }).check();
  await answer(doctor, 'Noticed a change', 'Yes');
  await doctor.getByRole('radio', { name: /^\+1/ }).check();
  await answer(doctor, 'Shedding', 'Better');
  await doctor.getByRole('radio', { name: 'Look at the next session' }).check();
  await expectAccessible(doctor, 'the form');
  await doctor.getByRole('button', { name: 'Record and close' }).click();
  await expect(doctor.getByText('The contact is recorded')).toBeVisible();
  await expect(heading(doctor, 'Follow-ups')).toBeVisible();
  await answer(doctor, 'Which follow-ups', 'Closed');
  await expect(doctor.getByRole('row').nth(1)).toContainText('Done');
});

test('the manager sees how complete the follow-up is, and no patient', async ({ openAs }) => {
  const manager = await openAs('manager', '/follow-ups');
  await expect(heading(manager, 'Follow-ups')).toBeVisible();
  await expect(manager.getByText(/met in their window/)).toBeVisible();
  await expect(manager.getByRole('table', { name: /met in their window/ })).toBeVisible();
  await expectAccessible(manager, 'the completeness');
});
