import { demoId } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS, DEMO_KINDS } from '#domain/demo/demo-ids.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';

const saved = /^Saved \d/;

test('the scalp map is filled by keyboard alone, and its table says the same', async ({
  openAs,
}) => {
  const page = await openAs('practitioner', `/sessions/${DEMO_IDS.session}`);
  const map = page.getByRole('radiogroup', { name: 'Zones of the scalp' });
  const zone = (name: string) => map.getByRole('radio', { name: new RegExp(`^${name},`) });
  await map.getByRole('radio', { checked: true }).focus();
  // Round with the arrows to a zone that was not treated yet.
  for (let moves = 0; moves < 9; moves += 1) {
    if ((await zone('Occipital').getAttribute('aria-checked')) === 'true') break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(zone('Occipital')).toBeFocused();
  await expect(zone('Occipital')).toHaveAttribute('aria-label', 'Occipital, not treated');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  await expect(zone('Occipital')).toHaveAttribute('aria-label', 'Occipital, 2 points, 0.10 ml');
  await page.getByLabel('Zone area').fill('30');
  await page.getByRole('button', { name: /^Fill at/ }).press('Enter');
  const points = page.getByLabel('Zone points');
  await expect(points).not.toHaveValue('2');
  const filled = await points.inputValue();

  await page.getByRole('radio', { name: 'Table', exact: true }).focus();
  await page.keyboard.press('Space');
  const table = page.getByRole('table', { name: 'Zones of the scalp' });
  await expect(table.getByLabel('Occipital: points')).toHaveValue(filled);
  await table.getByLabel('Occipital: area in cm²').fill('31');
  const total = Number(await table.locator('tfoot td').nth(1).textContent());
  await expect(page.getByLabel('Points', { exact: true })).toHaveValue(String(total));
  await expectAccessible(page, 'the table of zones');

  await expect(page.getByRole('status').filter({ hasText: saved })).toBeVisible();
  await page.reload();
  await page.getByRole('radio', { name: 'Table', exact: true }).check();
  await expect(table.getByLabel('Occipital: area in cm²')).toHaveValue('31');
  await page.getByRole('radio', { name: 'Course', exact: true }).check();
  await expect(page.getByText('ml per cm², all sessions')).toBeVisible();
  await expectAccessible(page, 'the course on the scalp map');
});

test('a finding to review takes a reason, which can be taken back until it is signed', async ({
  openAs,
}) => {
  const page = await openAs('practitioner', `/sessions/${DEMO_IDS.session}`);
  // Numbing cream of an unknown amount cannot be compared with any maximum.
  await page
    .getByRole('radiogroup', { name: 'Anaesthesia' })
    .getByRole('radio', { name: 'Cream' })
    .check();
  const finding = page.getByText(/an amount or its maximum is not known/);
  await expect(finding).toBeVisible();
  await page.getByRole('button', { name: 'Go on with this reason' }).press('Enter');
  await expect(page.getByText('Type the reason in a few words.')).toBeVisible();
  await page.getByLabel('Reason to go on').fill('A pea-sized amount.');
  await page.getByRole('button', { name: 'Go on with this reason' }).click();
  await expect(page.getByText('“A pea-sized amount.”')).toBeVisible();
  await expectAccessible(page, 'a session with a reason');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByLabel('Reason to go on')).toBeVisible();
  await page
    .getByRole('radiogroup', { name: 'Anaesthesia' })
    .getByRole('radio', { name: 'None' })
    .check();
  await expect(finding).toHaveCount(0);
});

test('two versions stand side by side, and the second person approves the newer', async ({
  openAs,
}) => {
  const page = await openAs('practitioner', `/recipes/${DEMO_IDS.recipe}`);
  await page.getByRole('link', { name: 'Side by side' }).click();
  await expect(page.getByText('version 2 against version 3')).toBeVisible();
  const lines = page.getByRole('region', { name: 'Lines of both versions' });
  await expect(lines.getByRole('row', { name: /Changed Dexpanthenol/ })).toContainText('1.50 ml');
  await page.getByLabel('From').selectOption({ label: 'Version 1' });
  await expect(lines.getByRole('row', { name: /Removed Procaine/ })).toContainText('Not in it');
  await expect(lines.getByRole('row', { name: /Added Hyaluronic/ })).toContainText('Not in it');
  await expectAccessible(page, 'comparing versions');

  await page.getByRole('link', { name: 'Back to the recipe' }).click();
  await page.getByRole('button', { name: 'Approve version 3' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve version 3' });
  for (const box of await dialog.getByRole('textbox', { name: /^Reason:/ }).all())
    await box.fill('Looked at in the syringe: clear.');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByText('Approved, not used yet')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change version 3' })).toHaveCount(0);
});

test('a pair is written down and changed, and a manager only reads the table', async ({
  openAs,
}) => {
  const page = await openAs('practitioner', '/ingredients/pairs');
  await page.getByRole('button', { name: 'New pair' }).click();
  const dialog = page.getByRole('dialog', { name: 'New pair' });
  const choose = async (label: string, name: string) => {
    const box = dialog.getByRole('combobox', { name: label });
    await box.fill(name);
    await page.getByRole('option').filter({ hasText: name }).first().waitFor();
    await box.press('Enter');
  };
  await choose('One ingredient', 'Zinc');
  await choose('The other', 'Vitamin C');
  await dialog.getByRole('radio', { name: 'Avoid' }).check();
  await dialog.getByRole('button', { name: 'Record the pair' }).click();
  await expect(dialog.getByText('Say where this is from')).toBeVisible();
  await dialog.getByLabel('Source').fill('Hospital pharmacist, by telephone');
  await expectAccessible(page, 'a new pair');
  await dialog.getByRole('button', { name: 'Record the pair' }).click();
  const row = page.getByRole('row', { name: /Zinc with Vitamin C|Vitamin C with Zinc/ });
  await expect(row).toContainText('Avoid');

  const manager = await openAs('manager', '/ingredients/pairs');
  await expect(manager.getByText('Hospital pharmacist, by telephone')).toBeVisible();
  await expect(manager.getByRole('button', { name: 'New pair' })).toHaveCount(0);
});

test('pain at 24 hours is recorded on a signed session with its own day', async ({ openAs }) => {
  const session = demoId(DEMO_KINDS.session, 4);
  const page = await openAs('practitioner', `/sessions/${session}`);
  await expect(page.getByRole('heading', { name: 'Pain at 24 hours' })).toBeVisible();
  await page.getByRole('button', { name: 'Record pain at 24 hours' }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByText('Choose 0 to 10, or "not asked".')).toBeVisible();
  await page
    .getByRole('radiogroup', { name: 'Pain, 24 hours after' })
    .getByRole('radio', { name: '4' })
    .check();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByText('4 of 10').last()).toBeVisible();
});
