import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import type { Role } from '#domain/staff/permissions.ts';
import { ALL_SCREENS, SCREENS_ELSEWHERE } from './all-screens.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'parallel' });

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

test('every route of the app has its screen here', () => {
  const folder = path.resolve(import.meta.dirname, '../../src/routes');
  const routes = readdirSync(folder)
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      Array.from(
        readFileSync(path.join(folder, file), 'utf8').matchAll(/^ {2}path: '([^']+)'/gm),
        ([, route = '']) => route,
      ),
    );
  const looked = new Set([
    ...ALL_SCREENS.map(({ route }) => route),
    ...Object.keys(SCREENS_ELSEWHERE),
  ]);
  expect([...looked].toSorted()).toEqual([...new Set(routes)].toSorted());
});

/** Waits until nothing on the page is loading any more. */
async function expectLoaded(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('status', { name: /^(Loading|Beginning)/ })).toHaveCount(0);
}

/** What every screen keeps to, wide and on a phone, in light and dark. */
async function expectGoodScreen(page: Page): Promise<void> {
  await expectLoaded(page);
  await expect(page).toHaveTitle(/^.+ · Mesodesk$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expectAccessible(page, '1440 wide');
  await page.setViewportSize(PHONE);
  await expectLoaded(page);
  const tooWide = await page.evaluate(() => {
    const pages = [document.documentElement, ...document.querySelectorAll('[data-scroll=""]')];
    return pages
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} > ${one.clientWidth}`);
  });
  expect.soft(tooWide, 'scrolls sideways at 390').toEqual([]);
  await expectAccessible(page, '390 wide');
  await page.setViewportSize(DESK);
}

for (const { as, name, address } of ALL_SCREENS)
  test(`${name}, as ${as}`, async ({ openAs, openBrowser, demo, watch }) => {
    if (name === 'join-spent') watch.expectRefusal(404, /^\/api\/auth\//);
    if (as === 'nobody') {
      watch.expectRefusal(401, /^\/api\/me$/);
      const { page } = await openBrowser();
      await page.goto(demo.url + address);
      await expectGoodScreen(page);
    } else await expectGoodScreen(await openAs(as, address));
  });

test('an import at each of its steps, as receptionist', async ({ openAs }) => {
  const page = await openAs('receptionist', '/patients/import');
  await page.getByLabel('Choose a CSV file').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Surname,First name,Born,Phone\nTestowa,Ada,1980-02-30,912 555 301\nTestowa,Ida,1981-03-04,912 555 302\n',
    ),
  });
  await expect(page.getByRole('button', { name: 'Check the file' })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('button', { name: 'Import 1 patient' })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Import 1 patient' }).click();
  await expect(page.getByText('1 patient imported')).toBeVisible();
  await expectGoodScreen(page);
});

test('the patients behind a group, as manager', async ({ openAs }) => {
  const page = await openAs('manager', '/outcomes/responders');
  await page.getByRole('button', { name: /^Open the \d+ patients$/ }).click();
  await expect(page.getByRole('table', { name: 'Patients of this group' })).toBeVisible();
  await expectGoodScreen(page);
});

test('dialogs and menus keep to it too', async ({ openAs }) => {
  const page = await openAs('receptionist', `/patients/${DEMO_IDS.patient}`);
  await expectLoaded(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('a');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/found/);
  await expectAccessible(page, 'the palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page, 'the sheet of keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /your menu$/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expectAccessible(page, 'the own menu');
});

const FORMS: readonly { as: Role; address: string; submit: string; open?: string }[] = [
  { as: 'receptionist', address: '/patients/new', submit: 'Register' },
  { as: 'receptionist', address: '/account', submit: 'Change the password' },
  {
    as: 'practitioner',
    address: `/patients/${DEMO_IDS.patient}/courses/new`,
    submit: 'Open the course',
  },
  { as: 'practitioner', address: `/courses/${DEMO_IDS.course}/assess`, submit: 'Record' },
  {
    as: 'practitioner',
    address: `/courses/${DEMO_IDS.course}/side-effects/new`,
    submit: 'Record',
  },
  { as: 'practitioner', address: '/recipes/new', submit: 'Save the recipe' },
  { as: 'practitioner', address: '/ingredients/new', submit: 'Add' },
  { as: 'manager', address: '/staff', open: 'Invite someone', submit: 'Make the link' },
];

for (const { as, address, submit, open } of FORMS)
  test(`sent empty, ${open ?? address} says what is missing and stands at the first`, async ({
    openAs,
  }) => {
    const page = await openAs(as, address);
    await expectLoaded(page);
    if (open !== undefined) await page.getByRole('button', { name: open }).click();
    await page.getByRole('button', { name: submit }).last().click();
    const invalid = page.locator('[data-invalid]');
    await expect(invalid.first()).toBeVisible();
    await expect(invalid.first().locator(':focus')).toHaveCount(1);
    await expectAccessible(page, 'with errors');
  });
