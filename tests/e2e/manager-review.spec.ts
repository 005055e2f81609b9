import { readFile } from 'node:fs/promises';
import { expectAccessible } from './axe.ts';
import { expect, heading, test } from './fixtures.ts';

test('the monthly review: completeness, side effects, completion, patients behind, a file, the desk', async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const page = await openAs('manager', '/');
  await expect(heading(page, 'Outcomes')).toBeVisible();
  await expect(page.getByText('followed up')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What is missing' })).toBeVisible();
  await expectAccessible(page, 'the outcomes home');

  // Side effects: asked for and volunteered are two figures, and the question is in the address.
  await page.getByRole('link', { name: 'How often one was recorded' }).click();
  await expect(heading(page, 'How often was a side effect recorded?')).toBeVisible();
  await page.getByRole('radio', { name: 'Indication', exact: true }).check({ force: true });
  await expect(page).toHaveURL(/groupBy=indication/);
  const rows = page
    .getByRole('group', { name: /^Sessions with a side effect/ })
    .getByRole('button');
  await expect(rows.first()).toContainText(/\d+ of \d+/);
  await rows.nth(1).press('Enter');
  const chart = page.getByRole('figure', { name: /^Sessions with a side effect/ });
  await expect(chart.locator('figcaption')).toContainText(/\d+ of \d+ sessions asked after/);
  await expect(page.getByText(/Not a fair test/)).toBeVisible();
  await page.getByRole('button', { name: 'Sessions with a side effect, asked for' }).click();
  await page.getByRole('menuitem', { name: 'People who told of one by themselves' }).click();
  await expect(page).toHaveURL(/figure=told_people/);
  const asked = page.url();
  await page.reload();
  await expect(
    page.getByRole('figure', { name: 'People who told of one by themselves' }),
  ).toBeVisible();
  expect(page.url()).toBe(asked);
  await expectAccessible(page, 'side effects');

  // The patients behind a clinical figure: clinic numbers, and not who had one.
  await page.getByRole('button', { name: /^Open the \d+ patients$/ }).click();
  const behind = page.getByRole('table', { name: 'Patients behind the figure' });
  await expect(behind.locator('tbody tr').first()).toBeVisible();
  await expect(behind.getByRole('columnheader')).toHaveText(['No.']);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(heading(page, 'How often was a side effect recorded?')).toBeVisible();

  // Completion of one indication, as a file with small counts hidden.
  await page.getByRole('link', { name: 'Outcomes' }).first().click();
  await page.getByRole('link', { name: 'Courses completed' }).click();
  await page.getByRole('button', { name: 'Indication', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Male pattern hair loss', exact: true }).click();
  await expect(page).toHaveURL(/indication=androgenetic_male/);
  const completion = page.getByRole('figure', { name: 'How many courses were completed?' });
  await completion.getByRole('button', { name: 'Show as a table' }).click();
  await expect(
    completion.getByRole('table', { name: 'Figures by group' }).locator('tbody tr').first(),
  ).toBeVisible();
  await completion.getByText('How this is counted').click();
  await expect(completion.getByText(/Definition version 1/)).toBeVisible();
  const download = page.waitForEvent('download');
  await completion.getByRole('button', { name: 'Export' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Numbers, CSV' }).press('Enter');
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('Courses completed');
  expect(text).toContain('Male pattern hair loss');

  // The same as a picture, to scale and as points.
  const drawn = page.waitForEvent('download');
  await completion.getByRole('button', { name: 'Export' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Picture to scale, SVG' }).press('Enter');
  const svg = await readFile(await (await drawn).path(), 'utf8');
  expect(svg).toContain('How many courses were completed?');
  expect(svg).toContain('Made-up data');
  const points = page.waitForEvent('download');
  await completion.getByRole('button', { name: 'Export' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Picture, PNG' }).press('Enter');
  const png = await readFile(await (await points).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // 960 px wide, at two points to the px.
  expect(png.readUInt32BE(16)).toBe(1920);

  // How long side effects last, with the numbers still watched; then the weeks.
  await page.goto(new URL('/outcomes/times?report=resolution', page.url()).href);
  const curve = page.getByRole('figure', { name: 'How long did side effects last?' });
  await expect(curve.getByRole('img', { name: /How long did side effects last/ })).toBeVisible();
  await expect(curve.getByText('Still present and followed, by days')).toBeVisible();
  const steps = curve.getByRole('group', { name: /^Steps of/ }).getByRole('button');
  await steps.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(steps.nth(1)).toBeFocused();
  await expectAccessible(page, 'how long they lasted');

  await page.goto(new URL('/outcomes/weeks?report=lots', page.url()).href);
  const weeks = page.getByRole('group', { name: /^Weeks of/ }).getByRole('button');
  await weeks.last().press('Enter');
  await expect(heading(page, 'Patients behind: Lots recorded')).toBeVisible();
  await expect(behind.getByRole('columnheader')).toHaveText(['No.', 'Stands']);

  // What the desk works with, down to the appointments.
  await page.goto(new URL('/outcomes', page.url()).href);
  await page.getByRole('link', { name: 'Desk report' }).click();
  await expect(heading(page, 'Desk report')).toBeVisible();
  await expect(page.getByText(/Nobody came to \d+ of \d+ appointments/).first()).toBeVisible();
  await expectAccessible(page, 'the desk report');
  await page.getByRole('button', { name: 'No-shows', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Appointments behind the report' })).toBeVisible();
});

test('what is missing leads to the list that mends it', async ({ openAs }) => {
  const page = await openAs('manager', '/outcomes');
  const missing = page.getByRole('listitem').filter({ hasText: 'People not assessed at week 12' });
  const count = Number(await missing.locator('b').textContent());
  expect(count).toBeGreaterThan(0);
  await missing.getByRole('link', { name: 'Open the patients' }).click();
  await expect(heading(page, 'Patients behind: Assessed at week 12')).toBeVisible();
  const rows = page.getByRole('table', { name: 'Patients behind the figure' }).locator('tbody tr');
  await expect(rows.first()).toContainText('Missing');
  await expect(page).toHaveURL(/state=no/);
});

test('the desk reads its own report and no other', async ({ openAs }) => {
  const page = await openAs('receptionist', '/desk-report');
  await expect(heading(page, 'Desk report')).toBeVisible();
  await expect(page.getByRole('figure', { name: 'How long did people wait?' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Outcomes' })).toHaveCount(0);
  const { origin } = new URL(page.url());
  for (const path of ['overview', 'shares?report=harms', 'runs?report=side_effects'])
    expect((await page.request.get(`${origin}/api/reports/${path}`)).status(), path).toBe(403);
});
