import { expectAccessible } from './axe.ts';
import { expect, heading, test } from './fixtures.ts';

test('the monthly report is printed one part to a page, with small numbers hidden', async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const page = await openAs('manager', '/outcomes');
  await page.getByRole('link', { name: 'Monthly report' }).click();
  await expect(heading(page, /^Monthly report, /)).toBeVisible();
  const charts = page.getByRole('main').getByRole('img');
  await expect(charts).toHaveCount(8, { timeout: 60_000 });
  // What is drawn is said, too: title, numbers and definition.
  await expect(charts.first()).toHaveAccessibleName(/Assessed at week 12.*Definition version/);
  await expectAccessible(page, 'the monthly report');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  // Headlines, eight charts, what is missing.
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThanOrEqual(10);
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(11);

  await page
    .getByRole('button')
    .filter({ hasText: /\d{4}$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/month=\d{4}-\d\d/);
});
