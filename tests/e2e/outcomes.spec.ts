import { readFile } from 'node:fs/promises';
import { expect, heading, test } from './fixtures.ts';

test('the manager reads what patients report, how sure it is and who is missing', async ({
  openAs,
}) => {
  const page = await openAs('manager', '/');
  await expect(heading(page, 'Outcomes')).toBeVisible();
  await expect(page.getByText(/^\d+ of \d+ due at week 12$/)).toBeVisible();
  await expect(page.getByText('followed up')).toBeVisible();
  await page.getByRole('link', { name: 'Rated or reported improved' }).click();
  await expect(heading(page, 'Who was rated or reported improved?')).toBeVisible();

  const chart = page.getByRole('figure', { name: /at week 12$/ });
  const groups = chart.getByRole('button', { name: /of those assessed/ });
  await expect(groups.first()).toBeVisible();
  // A person who cannot see the picture hears the same figures with their intervals.
  await expect(groups.filter({ hasText: /interval \d+\s% to \d+\s%/ }).first()).toBeVisible();
  await expect(chart.locator('svg .recharts-errorBar line')).not.toHaveCount(0);
  const names = await groups.evaluateAll((all) =>
    all.map((one) => one.firstElementChild?.textContent ?? ''),
  );
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));

  const [second = ''] = names.slice(1);
  await groups.nth(1).press('Enter');
  await expect(chart.getByRole('heading', { name: `${second}, in words` })).toBeVisible();
  await expect(chart.locator('figcaption')).toContainText(/\d+ (of|patients|people)/);
  await expect(chart.locator('figcaption')).not.toContainText(/better than|best|significant/i);

  await chart.getByRole('button', { name: 'Show as a table' }).click();
  const table = chart.getByRole('table', { name: 'Responders by group' });
  await expect(table.locator('tbody tr')).toHaveCount(names.length);
  await expect(table.locator('tbody tr', { hasText: second })).toContainText(
    /\d+ % \(\d+ % to \d+ %\)|too few/,
  );
  await chart.getByText('How this is counted').click();
  await expect(chart.getByText(/Definition version/)).toBeVisible();
});

test('the figures come as a file that says who is behind none of them', async ({ openAs }) => {
  const page = await openAs(
    'manager',
    '/outcomes/responders?week=24&measure=patient_global_change',
  );
  await expect(page.getByText(/due at week 24$/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page
    .getByRole('figure', { name: /at week 24$/ })
    .getByRole('button', { name: 'Export' })
    .press('Enter');
  await page.getByRole('menuitem', { name: 'Numbers, CSV' }).press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split('\n').length).toBeGreaterThan(3);
  expect(text).not.toMatch(/Weißenborn|Nguyễn|Brzęczyszczewski/);
});

test('a question is asked by filters, stands in the address and survives Back', async ({
  openAs,
}) => {
  const page = await openAs('manager', '/outcomes/responders');
  await expect(page.getByText(/due at week 12$/)).toBeVisible();
  await page.getByRole('radio', { name: 'Technique' }).check({ force: true });
  await expect(page).toHaveURL(/groupBy=technique/);
  await expect(page.getByRole('button', { name: /^Nappage/ }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: /^Nappage/ })).toHaveCount(0);
});

test('a filter set by the keyboard keeps the focus, and so does the one taken away', async ({
  openAs,
}) => {
  const page = await openAs('manager', '/outcomes/responders');
  await page.getByRole('button', { name: 'Indication', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Female pattern hair loss' }).press('Enter');
  const set = page.getByRole('button', { name: /^Remove the filter Indication/ });
  await expect(set).toBeFocused();
  await set.press('Enter');
  await expect(page.getByRole('button', { name: 'Indication', exact: true })).toBeFocused();
});

test('behind a group are its patients: numbers for the manager, charts for the practitioner', async ({
  openAs,
}) => {
  const manager = await openAs('manager', '/outcomes/responders');
  await manager.getByRole('button', { name: /^Open the \d+ patients$/ }).click();
  await expect(heading(manager, /^Patients behind/)).toBeVisible();
  const list = manager.getByRole('table', { name: 'Patients of this group' });
  await expect(list.locator('tbody tr').first()).toBeVisible();
  await expect(list.getByRole('columnheader')).toHaveText(['No.', 'Follow-up', 'Window closes']);
  await manager.getByRole('radio', { name: 'Missing' }).check({ force: true });
  await expect(manager).toHaveURL(/state=missing/);

  const practitioner = await openAs(
    'practitioner',
    new URL(manager.url()).pathname + new URL(manager.url()).search,
  );
  const rows = practitioner
    .getByRole('table', { name: 'Patients of this group' })
    .locator('tbody tr')
    .filter({ hasText: 'Missing' });
  await rows.first().click();
  await expect(practitioner.getByRole('heading', { name: 'Timeline' })).toBeVisible();
});

test('reception has no outcomes: not in the menu, by address or from the API', async ({
  openAs,
}) => {
  const page = await openAs('receptionist', '/outcomes');
  await expect(page.getByText('This is not open to your role')).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(0);
  const menu = page.getByRole('navigation', { name: 'Main' });
  await expect(menu.getByRole('link', { name: 'Patients' })).toBeVisible();
  await expect(menu.getByRole('link', { name: /Outcomes|Recipes|Ingredients/ })).toHaveCount(0);
  const { origin } = new URL(page.url());
  for (const path of ['/api/reports/responders', '/api/reports/responders/export'])
    expect((await page.request.get(origin + path)).status(), path).toBe(403);
});
