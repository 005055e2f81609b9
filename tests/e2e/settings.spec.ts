import type { Page } from '@playwright/test';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { expectAccessible } from './axe.ts';
import { expect, heading, test } from './fixtures.ts';

const DAY_MS = 86_400_000;

/** A day so many days from now as the demo clinic's country writes it. */
const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('pt-PT', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    Date.now() + days * DAY_MS,
  );

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const item = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words });

test('a closure over booked appointments names whom to move, until it is taken out', async ({
  openAs,
}) => {
  const page = await openAs('manager', '/settings/closures');
  await expect(heading(page, 'Closures')).toBeVisible();
  await press(page, 'Add a closure');
  await field(page, 'Name').fill('Water is off');
  await field(page, 'First day').fill(dayFromNow(7));
  await field(page, 'Last day').fill(dayFromNow(8));
  await press(page, 'Save');
  const told = page.getByRole('dialog', { name: /^Saved\. \d+ appointments? to be moved$/ });
  await expect(told).toBeVisible();
  await expect(told.getByText('Water is off').first()).toBeVisible();
  await expectAccessible(page, 'appointments to be moved');
  await told.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText(/to be moved: outside the hours/)).toBeVisible();
  await press(page, 'Take Water is off out');
  await expect(item(page, 'Water is off')).toHaveCount(0);
  await expect(page.getByText(/to be moved: outside the hours/)).toBeHidden();
});

test('what can be booked is added, ordered and archived', async ({ openAs, watch }) => {
  watch.expectRefusal(409, /^\/api\/availability\/types$/);
  const page = await openAs('manager', '/settings/appointment-types');
  const names = page.getByRole('list', { name: 'What can be booked' }).getByRole('listitem');
  await expect(names.first()).toContainText('Session');
  const count = await names.count();
  await press(page, 'Add a type');
  await field(page, 'Name').fill('session');
  await field(page, 'What it is for').selectOption('Consultation');
  await press(page, 'Save');
  await expect(page.getByText('There is a type with this name.')).toBeVisible();
  await field(page, 'Name').fill('Second opinion');
  await press(page, 'Save');
  await expect(names).toHaveCount(count + 1);
  await expect(names.last()).toContainText('Second opinion');
  await press(page, 'Move Second opinion up');
  await expect(names.nth(count - 1)).toContainText('Second opinion');
  await press(page, 'More about Second opinion');
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('Archived (1)')).toBeVisible();
});

test('a practitioner changes their own hours and time off alone', async ({ openAs }) => {
  const page = await openAs('practitioner', '/settings');
  await expect(heading(page, 'Working hours')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Hours and rooms' })).toHaveCount(0);
  const timeOff = page.getByRole('button', { name: /^Time off for/ });
  await expect(timeOff).toHaveCount(1);
  await expect(timeOff).toHaveAccessibleName('Time off for Dr Marta Figueiredo');
  await press(page, /Time off/);
  await field(page, 'First day').fill(dayFromNow(200));
  await field(page, 'Why optional').fill('Congress');
  await press(page, 'Save');
  const away = page.getByRole('list', { name: /^Time off of Dr Marta/ });
  await expect(away).toContainText('Congress');
  await away.getByRole('button', { name: /^Take out/ }).click();
  await expect(away).toHaveCount(0);
  await press(page, /^New hours from a day/);
  await field(page, 'From').fill(dayFromNow(300));
  await page.getByText('Whenever the clinic is open').last().click();
  await press(page, 'Save');
  await press(page, /^Take the hours of Dr Marta Figueiredo from/);
  await expect(page.getByRole('button', { name: /^Take the hours of/ })).toHaveCount(0);
});

test('a protocol is proposed by one, approved by another, and a course starts from it', async ({
  openAs,
}) => {
  const doctor = await openAs('practitioner', '/settings/protocols/new');
  await field(doctor, 'Name').fill('Seven in a row');
  await field(doctor, 'Sessions, at least').fill('7');
  await field(doctor, 'Sessions, at most').fill('7');
  await field(doctor, 'Days between, at least').fill('10');
  await field(doctor, 'Days between, at most').fill('9');
  await field(doctor, 'Where it comes from').fill('Our own');
  await press(doctor, 'Propose');
  await expect(doctor.getByText('At least the minimum of 10 days.').first()).toBeVisible();
  await field(doctor, 'Days between, at most').fill('12');
  await press(doctor, 'Propose');
  await expect(heading(doctor, 'Seven in a row')).toBeVisible();
  await expect(doctor.getByRole('button', { name: 'Approve version 1' })).toHaveCount(0);

  const manager = await openAs('manager', new URL(doctor.url()).pathname);
  await press(manager, 'Approve version 1');
  await expect(manager.getByRole('article', { name: 'Version 1' })).toContainText('Approved');
  await expectAccessible(manager, 'a protocol');

  await doctor.goto(new URL(`/patients/${DEMO_IDS.patient}/courses/new`, doctor.url()).href);
  await field(doctor, 'Protocol optional').selectOption('Seven in a row, version 1');
  await expect(field(doctor, 'Sessions planned')).toHaveValue('7');
  await expect(field(doctor, 'At most')).toHaveValue('12');
  await field(doctor, 'Sessions planned').fill('4');
  await expect(doctor.getByText('Initial: 4 sessions, the protocol has 7.')).toBeVisible();
  await expect(doctor.getByText(/speaks of at least five sessions/)).toBeVisible();
});
