import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#domain/demo/demo-clinic.ts';
import { DEMO_SEED, demoRecords } from '#domain/demo/demo-records.ts';
import { expect, heading, registerPatient, signIn, test } from './fixtures.ts';

/** Someone of the demo clinic with all that one is found by. */
function known(family: string): { phone: string; birthDate: string; clinicNumber: string } {
  const { phone, birthDate, clinicNumber } =
    demoRecords(DEMO_SEED).patients.find((one) => one.familyName === family) ?? {};
  if (!phone || !birthDate || clinicNumber === undefined)
    throw new Error('The demo clinic has changed: choose someone with a phone and a birth date.');
  return { phone, birthDate, clinicNumber };
}
const PIOTR = known('Brzęczyszczewski');
const SOREN = known('Ågård-Østergaard');

const SEARCH = 'Name, phone, birth date or number';

const box = (page: Page) => page.getByRole('searchbox', { name: SEARCH });
/** The rows that are there; those still on their way have no words yet. */
const rows = (page: Page) =>
  page.getByRole('table', { name: 'Patients' }).locator('tbody tr').filter({ hasText: /\S/ });
const toast = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Messages' }).getByRole('listitem').filter({ hasText: words });

test('one box finds by names in any order, accents, typing errors, phone and birth date', async ({
  openAs,
}) => {
  const page = await openAs('receptionist', '/patients');
  const finds = async (typed: string, name: string) => {
    // The whole list between two searches: the rows of the last one must not pass for these.
    await box(page).fill('');
    await expect(rows(page).nth(10)).toBeVisible();
    await box(page).fill(typed);
    await expect(rows(page), typed).toHaveCount(1);
    await expect(rows(page), typed).toContainText(name);
  };
  await finds('weissenborn kath', 'Weißenborn');
  await finds('goikoetxea inaki', 'Etxeberria Goikoetxea');
  await finds('ostergaard soren', 'Ågård-Østergaard');
  await finds('nguyen minh', 'Nguyễn');
  await finds('brzeczysczewski', 'Brzęczyszczewski');
  const tail = PIOTR.phone.slice(-8);
  await finds(tail.replaceAll(/(\d{2})(?=\d)/g, '$1 '), 'Brzęczyszczewski');
  await finds(PIOTR.phone.slice(-9), 'Brzęczyszczewski');
  const [year = '', month = '', day = ''] = PIOTR.birthDate.split('-');
  await finds(`${day}.${month}.${year}`, 'Brzęczyszczewski');
  await finds(`${Number(day)}/${Number(month)}/${year}`, 'Brzęczyszczewski');
  await finds(PIOTR.birthDate, 'Brzęczyszczewski');
  await finds(PIOTR.clinicNumber, 'Brzęczyszczewski');
  await box(page).fill('nobody of this name');
  await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible();
});

test('Ctrl+K finds and opens someone from any page by keyboard alone', async ({ openAs }) => {
  const page = await openAs('receptionist', '/account');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Name, phone, birth date or number' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('gudmundsdottir');
  await expect(dialog.getByRole('option', { selected: true })).toContainText('Guðmundsdóttir');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Þórdís Guðmundsdóttir')).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('order, filters and search stand in the address, and Back moves them', async ({ openAs }) => {
  const page = await openAs('receptionist', '/patients');
  await expect(rows(page).first()).toBeVisible();
  const first = await rows(page).first().textContent();
  await page.getByRole('button', { name: /^Born, age/ }).click();
  await expect(page).toHaveURL(/sort=birthDate/);
  await expect(page.getByRole('columnheader', { name: /Born, age/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.getByRole('button', { name: 'Sex', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Intersex' }).click();
  await expect(page).toHaveURL(/sexAtBirth=intersex/);
  const removeFilter = page.getByRole('button', { name: 'Remove the filter Sex: Intersex' });
  await expect(removeFilter).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Marinho' })).toBeVisible();
  const narrowed = page.url();

  await page.goBack();
  await expect(removeFilter).toBeHidden();
  await expect(page).toHaveURL(/sort=birthDate/);
  await page.goBack();
  await expect(rows(page).first()).toHaveText(first ?? '');
  await page.goForward();
  await page.goForward();
  await expect(removeFilter).toBeVisible();

  await page.goto(narrowed);
  await expect(removeFilter).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Marinho' })).toBeVisible();
});

test('the keyboard alone moves through the rows and opens one', async ({ openAs }) => {
  const page = await openAs('receptionist', '/patients');
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('melo catarina');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(rows(page).first()).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [10] });
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Catarina Melo')).toBeVisible();
});

test('a new patient is registered by keyboard alone, well under a minute', async ({ openAs }) => {
  const page = await openAs('receptionist', '/patients');
  await expect(rows(page).first()).toBeVisible();
  const started = Date.now();
  await page.keyboard.press('n');
  await expect(heading(page, 'New patient')).toBeVisible();
  await expect(page.getByLabel('Given name')).toBeFocused();
  const type = (text: string) => page.keyboard.type(text, { delay: 5 });
  await type('Wanda');
  await page.keyboard.press('Tab');
  await type('Zielińska-Testowa');
  await page.keyboard.press('Tab');
  await type('3.4.1985');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Clinic number')).toBeFocused();
  await page.keyboard.press('Tab');
  // From the last answer, "Not recorded", on to the first.
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Female' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Phone')).toBeFocused();
  await type('912 555 017');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Wanda Zielińska-Testowa')).toBeVisible();
  expect(Date.now() - started).toBeLessThan(20_000);
  await expect(page.getByText('Born 3 Apr 1985')).toBeVisible();
  await expect(page.getByRole('link', { name: '+351 912 555 017' })).toBeVisible();
  await expect(toast(page, 'Wanda Zielińska-Testowa is registered')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('testowa wanda');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('1 found');
});

test('typing someone who is here already says so, and stops nobody', async ({ openAs }) => {
  const page = await openAs('receptionist', '/patients/new');
  await page.getByLabel('Given name').fill('Soren');
  await page.getByLabel('Family name').fill('Agard-Ostergaard');
  await page.getByLabel('Date of birth').fill(SOREN.birthDate);
  const warning = page.getByRole('status').filter({ hasText: 'is here already' });
  await expect(warning.getByRole('link', { name: 'Søren Ågård-Østergaard' })).toBeVisible();
  await expect(warning).toContainText('like name, same birth date');
  await page.getByLabel('Given name').fill('Quite');
  await page.getByLabel('Family name').fill('Someone Else');
  await expect(warning).toBeHidden();
  await page.getByLabel('Phone').fill(PIOTR.phone);
  await expect(warning.getByRole('link', { name: 'Piotr Brzęczyszczewski' })).toBeVisible();
  await expect(warning).toContainText('same phone');
  await expect(page.getByRole('button', { name: 'Register' })).toBeEnabled();
});

test('an error of the server stands at its field, and nothing typed is lost', async ({
  openAs,
  watch,
}) => {
  watch.expectRefusal(409, /^\/api\/patients$/);
  watch.expectRefusal(422, /^\/api\/patients$/);
  const page = await openAs('receptionist', '/patients/new');
  await page.getByLabel('Given name').fill('Rita');
  await page.getByLabel('Family name').fill('Nova-Testowa');
  await page.getByLabel('Date of birth').fill('1/2/1990');
  await page.getByLabel('Clinic number').fill(PIOTR.clinicNumber);
  await page.getByLabel('Phone').fill('12');
  await page.getByLabel('Desk note').fill('Comes with her mother.');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Phone')).toBeFocused();
  await page.getByLabel('Phone').fill('912 555 018');
  await page.getByRole('button', { name: 'Register' }).click();
  const number = page.getByLabel('Clinic number');
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await expect(number).toBeFocused();
  await expect(number).toHaveAccessibleDescription(/taken|another patient|already/i);
  await expect(page.getByLabel('Given name')).toHaveValue('Rita');
  await expect(page.getByLabel('Family name')).toHaveValue('Nova-Testowa');
  await expect(page.getByLabel('Desk note')).toHaveValue('Comes with her mother.');
  await number.fill('');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(heading(page, 'Rita Nova-Testowa')).toBeVisible();
});

test('what was typed is back after a reload, and can be thrown away', async ({ openAs }) => {
  const page = await openAs('receptionist', '/patients/new');
  await page.getByLabel('Family name').fill('Halfway-Typed');
  await page.getByLabel('Desk note').fill('A note');
  await page.reload();
  await expect(page.getByText('What you typed before is back.')).toBeVisible();
  await expect(page.getByLabel('Family name')).toHaveValue('Halfway-Typed');
  await expect(page.getByLabel('Desk note')).toHaveValue('A note');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByLabel('Family name')).toHaveValue('');
});

test('two people change one patient: both sides are shown, and nothing is lost', async ({
  openAs,
  watch,
}) => {
  watch.expectRefusal(412, /^\/api\/patients\//);
  const mine = await openAs('receptionist', '/patients');
  const id = await registerPatient(mine, { givenName: 'Elsa', familyName: 'Konflikt-Testowa' });
  await mine.goto(`${new URL(mine.url()).origin}/patients/${id}/edit`);
  const theirs = await openAs('practitioner', `/patients/${id}/edit`);

  await mine.getByLabel('Desk note').fill('Prefers mornings');
  await mine.getByLabel('Phone').fill('912 555 111');
  await theirs.getByLabel('Phone').fill('912 555 222');
  await theirs.getByLabel('Referred by').fill('Dr Lima');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(heading(theirs, 'Elsa Konflikt-Testowa')).toBeVisible();

  await mine.getByRole('button', { name: 'Save' }).click();
  const dialog = mine.getByRole('dialog', { name: 'Someone saved a change to this first' });
  await expect(dialog.getByRole('row', { name: /^Phone/ })).toContainText('912 555 111');
  await expect(dialog.getByRole('row', { name: /^Phone/ })).toContainText('912555222');
  await expect(dialog.getByRole('radio')).toHaveCount(2);
  await expect(dialog.getByRole('button', { name: 'Save these' })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Phone: yours' }).check();
  await dialog.getByRole('button', { name: 'Save these' }).click();
  await expect(heading(mine, 'Elsa Konflikt-Testowa')).toBeVisible();
  await expect(mine.getByRole('link', { name: '+351 912 555 111' })).toBeVisible();
  await expect(mine.getByText('Dr Lima')).toBeVisible();
  await expect(mine.getByText('Prefers mornings')).toBeVisible();
});

test('two people change different fields: both changes stand without a question', async ({
  openAs,
  watch,
}) => {
  watch.expectRefusal(412, /^\/api\/patients\//);
  const mine = await openAs('receptionist', '/patients');
  const id = await registerPatient(mine, { givenName: 'Ana', familyName: 'Beide-Testowa' });
  await mine.goto(`${new URL(mine.url()).origin}/patients/${id}/edit`);
  const theirs = await openAs('practitioner', `/patients/${id}/edit`);
  await theirs.getByLabel('Referred by').fill('Dr Lima');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(heading(theirs, 'Ana Beide-Testowa')).toBeVisible();
  await mine.getByLabel('Desk note').fill('Prefers evenings');
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(heading(mine, 'Ana Beide-Testowa')).toBeVisible();
  await expect(mine.getByText('Dr Lima')).toBeVisible();
  await expect(mine.getByText('Prefers evenings')).toBeVisible();
});

test('archiving is undone by one press', async ({ openAs }) => {
  const page = await openAs('receptionist', '/patients');
  const id = await registerPatient(page, { givenName: 'Otto', familyName: 'Ablagewitz' });
  await page.goto(`${new URL(page.url()).origin}/patients/${id}`);
  const archived = page.getByText('This patient is archived.');
  await page.getByRole('button', { name: 'More for this patient' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(archived).toBeVisible();
  await toast(page, 'is archived').getByRole('button', { name: 'Undo' }).click();
  await expect(archived).toBeHidden();

  await page.getByRole('button', { name: 'More for this patient' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(archived).toBeVisible();
  await page.goto(`${new URL(page.url()).origin}/patients?q=ablagewitz`);
  await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Archived' }).click();
  await page.getByRole('menuitem', { name: 'Only archived' }).click();
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().click();
  await page.getByRole('button', { name: 'More for this patient' }).click();
  await page.getByRole('menuitem', { name: 'Bring back to the list' }).click();
  await expect(archived).toBeHidden();
});

test('a sign-in that ends while someone types asks for the password and keeps the text', async ({
  openAs,
  watch,
}) => {
  watch.expectRefusal(401, /^\/api\//);
  const page = await openAs('receptionist', '/patients/new');
  await page.getByLabel('Given name').fill('Nina');
  await page.getByLabel('Family name').fill('Ablauf-Testowa');
  await page.getByLabel('Desk note').fill('Typed before the sign-in ended');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Register' }).click();
  const gate = page.getByRole('dialog', { name: 'Your sign-in has ended' });
  await expect(gate).toBeVisible();
  await gate.getByLabel('Password', { exact: true }).fill('not the password');
  await gate.getByRole('button', { name: 'Sign in again' }).click();
  await expect(gate).toContainText('This is not the password.');
  await gate.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await gate.getByRole('button', { name: 'Sign in again' }).click();
  await expect(gate).toBeHidden();
  await expect(page.getByLabel('Given name')).toHaveValue('Nina');
  await expect(page.getByLabel('Desk note')).toHaveValue('Typed before the sign-in ended');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(heading(page, 'Nina Ablauf-Testowa')).toBeVisible();
});

test('the desk locks from the menu and when nobody is there, and keeps what was typed', async ({
  openBrowser,
  demo,
  watch,
}) => {
  watch.expectRefusal(423, /^\/api\//);
  const { context, page } = await openBrowser();
  await signIn(context, demo.url, 'reception@demo.clinic', DEMO_PASSWORD);
  await page.clock.install();
  await page.goto(`${demo.url}/patients/new`);
  await page.getByLabel('Family name').fill('Sperr-Testowa');
  const gate = page.getByRole('dialog', { name: 'This desk is locked' });
  const unlock = async () => {
    await gate.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await expect(gate).toBeHidden();
    await expect(page.getByLabel('Family name')).toHaveValue('Sperr-Testowa');
  };
  await page.getByRole('button', { name: /your menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Lock' }).click();
  await expect(gate).toBeVisible();
  const refused = await page.request.get(`${demo.url}/api/patients`);
  expect(refused.status()).toBe(423);
  await unlock();

  await page.clock.fastForward('04:00');
  await expect(gate).toBeHidden();
  await page.clock.fastForward('01:00:00');
  await expect(gate).toBeVisible();
  await page.reload();
  await expect(gate).toBeVisible();
  await unlock();
});
