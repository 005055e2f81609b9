import { expect as expectSoon, type Page, test } from '@playwright/test';
import { type DemoSite, serveBuiltDemo } from '#tests/support/demo-site.ts';

/** Each test opens a database in the browser, which a busy machine does slowly. */
const expect = expectSoon.configure({ timeout: 40_000 });
test.describe.configure({ timeout: 120_000 });

let site: DemoSite;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await serveBuiltDemo();
});
test.afterAll(() => site.close());

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** Opens a page of the demo; fails the test on an error nobody caught. */
async function open(page: Page, path: string): Promise<void> {
  page.on('pageerror', (error) => expect.soft(error.message, 'uncaught in the page').toBe(''));
  await page.goto(`${site.url}${path}`);
}

const register = (page: Page, familyName: string) =>
  page.evaluate(async (name) => {
    const response = await fetch('/api/patients', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        clinicNumber: null,
        familyName: name,
        givenName: 'Zofia',
        birthDate: '1991-04-23',
        sexAtBirth: 'female',
        phone: null,
        email: null,
        contactPreference: 'phone',
        language: null,
        referralSource: null,
        notes: '',
      }),
    });
    const { id } = (await response.json()) as { id: string };
    return id;
  }, familyName);

test('signs in by password, lists patients, and stays signed in over a reload', async ({
  page,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(site.url))
      elsewhere.push(request.url());
  });
  await open(page, '/patients');
  await page.getByRole('button', { name: /reception@demo\.clinic/ }).click();
  await expect(heading(page, 'Patients')).toBeVisible();
  await register(page, 'Żeromska-Testowa');
  await page.getByLabel('Name, phone, birth date or number').first().fill('zeromska');
  await expect(page.getByText('Żeromska-Testowa').first()).toBeVisible();
  await page.reload();
  await expect(heading(page, 'Patients')).toBeVisible();
  await expect(page.getByText('Inês Carvalho').first()).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test('signs out, and a reload keeps nobody signed in', async ({ page }) => {
  await open(page, '/patients?mock-role=receptionist');
  await expect(heading(page, 'Patients')).toBeVisible();
  expect(new URL(page.url()).search).not.toContain('mock-');
  const status = await page.evaluate(async () => {
    await fetch('/api/auth/sign-out', { method: 'POST' });
    return (await fetch('/api/me')).status;
  });
  expect(status).toBe(401);
  await page.reload();
  await expect(heading(page, 'Sign in')).toBeVisible();
});

test('the controls sign someone else in at once, keeping the data', async ({ page }) => {
  await open(page, '/patients?mock-role=receptionist');
  await expect(heading(page, 'Patients')).toBeVisible();
  await register(page, 'Quintela-Testowa');
  await page.getByRole('button', { name: 'Demo controls' }).click();
  const person = page.getByLabel('Signed in');
  await person.selectOption({ label: 'Dr Marta Figueiredo, Practitioner' });
  await expect(page.getByText('Dr Marta Figueiredo', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Name, phone, birth date or number/ }).click();
  await page.getByRole('combobox', { name: /^Name, phone/ }).fill('quintela');
  await expect(page.getByRole('option', { name: /Quintela-Testowa/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await person.selectOption({ label: 'Nobody' });
  await expect(heading(page, 'Sign in')).toBeVisible();
});

test('latency shows what loading looks like', async ({ page }) => {
  await open(page, '/patients?mock-role=receptionist&mock-latency=3000');
  await expect(page.getByRole('status', { name: 'Loading' })).toBeVisible();
  await expect(heading(page, 'Patients')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Demo controls (faults on)' })).toBeVisible();
});

test('errors show what failing looks like, and clearing them mends it', async ({ page }) => {
  await open(page, '/patients?mock-role=receptionist&mock-errors=1');
  const alert = page.getByRole('alert').filter({ hasText: 'The list did not load' });
  await expect(alert).toBeVisible();
  await page.getByRole('button', { name: 'Demo controls (faults on)' }).click();
  await page.getByRole('button', { name: 'Clear faults' }).click();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeHidden();
});

test('offline shows what a lost server looks like', async ({ page }) => {
  await open(page, '/patients?mock-role=receptionist');
  await expect(heading(page, 'Patients')).toBeVisible();
  await page.getByRole('button', { name: 'Demo controls' }).click();
  await page.getByLabel('Offline').check();
  await page.getByLabel('Name, phone, birth date or number').first().fill('nobody yet');
  await expect(page.getByRole('alert')).toContainText('could not be reached');
});

test('a conflict shows both values, and then saves', async ({ page }) => {
  await open(page, '/patients?mock-role=receptionist');
  await expect(heading(page, 'Patients')).toBeVisible();
  const id = await register(page, 'Konflikt-Testowa');
  await page.getByRole('button', { name: 'Demo controls' }).click();
  await page.getByLabel('Next change meets a newer version').check();
  await page.getByRole('button', { name: 'Demo controls' }).click();
  await page.evaluate((path) => {
    history.pushState(null, '', path);
  }, `/patients/${id}/edit`);
  await page.getByLabel('Given name').fill('Zofia Anna');
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Someone saved a change to this first' });
  await expect(dialog).toContainText('Zofia Anna');
  await expect(dialog).toContainText('Zofia Anna bis');
});

test('an empty clinic has staff and no records; a new one begins with its first run', async ({
  page,
}) => {
  await open(page, '/patients?mock-role=receptionist&mock-empty=1');
  await expect(page.getByText('No patients yet')).toBeVisible();
  await page.goto(`${site.url}/?mock-empty=setup`);
  await expect(page).toHaveURL(/\/welcome$/);
});

test('files are saved from the clinic in the tab, by link and by script', async ({ page }) => {
  await open(page, '/patients?mock-role=manager');
  await expect(heading(page, 'Patients')).toBeVisible();
  const script = page.waitForEvent('download');
  await page.evaluate(() => location.assign('/api/patients/export'));
  expect((await script).suggestedFilename()).toMatch(/\.csv$/);
  const link = page.waitForEvent('download');
  await page.evaluate(() => {
    const anchor = document.createElement('a');
    anchor.href = '/api/patients/export';
    anchor.download = '';
    document.body.append(anchor);
    anchor.click();
  });
  expect((await link).suggestedFilename()).toMatch(/\.csv$/);
});

test('the gallery opens without signing in', async ({ page }) => {
  await open(page, '/gallery');
  await expect(heading(page, 'Gallery')).toBeVisible();
});
