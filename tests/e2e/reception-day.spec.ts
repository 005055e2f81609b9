import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { OpeningHours } from '#domain/clinic/clinic.ts';
import { NO_CAUSES_ASKED } from '#domain/courses/course.ts';
import { startServer } from '#tests/support/running-server.ts';
import { expectAccessible } from './axe.ts';
import { expect, heading, registerPatient, test } from './fixtures.ts';

const PASSWORD = 'a long walk by the sea';
const MORNING = 10;

/** A zone in which it is mid-morning now, so that the day is the same at whatever hour this runs. */
function zoneOfMorning(): string {
  const ahead = Math.max(MORNING - new Date().getUTCHours(), -12);
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const ZONE = zoneOfMorning();
const ALL_DAY = [{ from: '00:00', to: '24:00' }];
const HOURS: OpeningHours = {
  monday: ALL_DAY,
  tuesday: ALL_DAY,
  wednesday: ALL_DAY,
  thursday: ALL_DAY,
  friday: ALL_DAY,
  saturday: ALL_DAY,
  sunday: ALL_DAY,
};

const clock = (hoursFromNow: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })
    .format(Date.now() + hoursFromNow * 3_600_000)
    .replace(/:\d\d$/, ':00');

async function post<Answer>(request: APIRequestContext, url: string, data: object) {
  const answer = await request.post(url, { headers: { origin: new URL(url).origin }, data });
  expect(answer.ok(), `${url}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/** Opens a clinic whose owner treats as well, and invites a receptionist; answers their link. */
async function openClinic(request: APIRequestContext, url: string): Promise<string> {
  const owner = { name: 'Dr. Änne Groß', email: 'aenne@praxis.example', password: PASSWORD };
  await post(request, `${url}/api/setup`, {
    owner,
    clinic: {
      name: 'Praxis am Fluss',
      timeZone: ZONE,
      country: 'DE',
      hours: HOURS,
      rooms: ['Raum 1', 'Raum 2'],
    },
    practitioner: { who: 'owner', isPrescriber: true },
  });
  await post(request, `${url}/api/auth/sign-in`, { email: owner.email, password: PASSWORD });
  const link = await post<{ path: string }>(request, `${url}/api/staff`, {
    name: 'Wiebke Sander',
    email: 'wiebke@praxis.example',
    roles: ['receptionist'],
    isPrescriber: false,
    isOwner: false,
  });
  return link.path;
}

/** A course of four sessions, as a practitioner opens it. */
const courseOf = (patientId: string) => ({
  patientId,
  indication: 'androgenetic_female',
  icd10: null,
  diagnosisBasis: 'complaint',
  purpose: 'treat',
  complaint: '',
  durationOfComplaintMonths: null,
  areas: [],
  causesAsked: NO_CAUSES_ASKED,
  concomitantTherapies: [],
  baselineNotes: '',
  protocolVersionId: null,
  plannedSessions: 4,
  intervalDaysMin: 14,
  intervalDaysMax: 28,
  maintenance: null,
  suitability: null,
});

/** The card of a visit in the grid of the day. */
const card = (page: Page, words: RegExp | string): Locator =>
  page.getByRole('group', { name: /appointment/ }).getByRole('button', { name: words });

/** Goes to an element by Tab, as someone without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 40; pressed += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by Tab').toBeFocused();
}

const toast = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ hasText: words });

test('the day of reception, by keyboard', async ({ openBrowser, watch }) => {
  test.setTimeout(180_000);
  watch.expectRefusal(401, /^\/api\/me$/);
  const server = await startServer({ isDemo: false });
  try {
    const { page: owner, context: ownerContext } = await openBrowser();
    const { page } = await openBrowser();
    const link = await openClinic(ownerContext.request, server.url);
    await owner.goto(server.url);

    await test.step('signs in and stands on today, which is empty', async () => {
      await page.goto(server.url + link);
      await page.getByLabel('New password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await expect(heading(page, /^\w+day \d+ \w+$/)).toBeVisible();
      await expect(page).toHaveURL(/\/today$/);
      await expect(page.getByRole('link', { name: 'Today' })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await expect(page.getByText('Nobody is waiting.')).toBeVisible();
      await expectAccessible(page, 'an empty day');
    });

    await test.step('registers who calls within the booking, and takes the first free time', async () => {
      await page.keyboard.press('b');
      const dialog = page.getByRole('dialog', { name: 'Book' });
      await expect(dialog.getByRole('combobox', { name: 'Patient' })).toBeFocused();
      await page.keyboard.type('Rita Horizonte');
      await page.getByRole('option', { name: 'New patient “Rita Horizonte”' }).waitFor();
      await page.keyboard.press('Enter');
      await expect(page.getByLabel('Given name')).toHaveValue('Rita');
      await expect(page.getByLabel('Family name')).toHaveValue('Horizonte');
      await tabTo(page, page.getByLabel('Date of birth'));
      await page.keyboard.type('8.8.1988');
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('combobox', { name: 'Patient' })).toHaveValue('Rita Horizonte');
      await expectAccessible(page, 'booking');
      await tabTo(page, dialog.getByLabel('What for'));
      await page.keyboard.type('Session');
      await tabTo(page, dialog.getByRole('button', { name: /^Today, / }).first());
      await page.keyboard.press('Enter');
      await expect(dialog.getByLabel('With', { exact: true })).not.toHaveValue('');
      await tabTo(page, dialog.getByRole('button', { name: 'Book', exact: true }));
      await page.keyboard.press('Enter');
      await expect(toast(page, /^Booked: /)).toBeVisible();
      await expect(card(page, /Rita Horizonte.*Booked/)).toBeFocused();
    });

    await test.step('confirms, receives, and sees the visit through', async () => {
      await page.keyboard.press('c');
      await expect(card(page, /Rita Horizonte.*Confirmed/)).toBeVisible();
      await page.keyboard.press('a');
      await expect(card(page, /Rita Horizonte.*Waiting 0 min/)).toBeVisible();
      await expect(toast(page, 'Rita Horizonte has arrived')).toBeVisible();
      await page.keyboard.press('Escape');
      await page.keyboard.press('i');
      await expect(card(page, /Rita Horizonte.*In treatment/)).toBeVisible();
      await page.keyboard.press('d');
      await expect(card(page, /Rita Horizonte.*Done/)).toBeVisible();
      await expect(page.getByText('1 visit', { exact: false }).first()).toBeVisible();
      await expectAccessible(page, 'a visit beside the day');
    });

    const bruno = await registerPatient(page, { givenName: 'Bruno', familyName: 'Tavares' });
    const book = async (name: string, time: string) => {
      await page.keyboard.press('b');
      const dialog = page.getByRole('dialog', { name: 'Book' });
      await expect(dialog.getByRole('combobox', { name: 'Patient' })).toBeFocused();
      await page.keyboard.type(name);
      await page
        .getByRole('option', { name: new RegExp(name.split(' ')[0] ?? name) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await tabTo(page, dialog.getByLabel('What for'));
      await page.keyboard.type('Session');
      await tabTo(page, dialog.getByLabel('With', { exact: true }));
      await page.keyboard.type('Dr');
      await tabTo(page, dialog.getByRole('textbox', { name: 'Time' }));
      await page.keyboard.type(time);
      await page.keyboard.press('Enter');
      return dialog;
    };

    await test.step('a taken time says who holds it, and the next free one is one press away', async () => {
      const four = clock(4);
      await book('Tavares Bruno', four);
      await expect(card(page, new RegExp(`Bruno Tavares, ${four}–.*Booked`))).toBeFocused();
      watch.expectRefusal(409, /^\/api\/appointments$/);
      const dialog = await book('Horizonte', four);
      await expect(dialog.getByText('This time is taken')).toBeVisible();
      await expect(dialog.getByText(/Dr\. Änne Groß .*taken/)).toBeVisible();
      await expect(dialog.getByRole('textbox', { name: 'Time' })).toHaveValue(four);
      await tabTo(page, dialog.getByRole('button', { name: /^Take / }));
      await page.keyboard.press('Enter');
      await tabTo(page, dialog.getByRole('button', { name: 'Book', exact: true }));
      await page.keyboard.press('Enter');
      await expect(card(page, /Rita Horizonte.*Booked/)).toBeFocused();
    });

    await test.step('moves by the dialog, and arrows find the card again', async () => {
      const six = clock(6);
      await page.keyboard.press('m');
      const dialog = page.getByRole('dialog', { name: 'Move Rita Horizonte' });
      await tabTo(page, dialog.getByRole('textbox', { name: 'Time' }));
      await page.keyboard.press('Control+a');
      await page.keyboard.type(six);
      await page.keyboard.press('Enter');
      await expect(card(page, new RegExp(`Rita Horizonte, ${six}–`))).toBeVisible();
      await expect(dialog).toBeHidden();
      await page.keyboard.press('ArrowUp');
      await expect(card(page, /Bruno Tavares/)).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(card(page, new RegExp(`Rita Horizonte, ${six}–`))).toBeFocused();
    });

    await test.step('cancels with a reason, and undoes it', async () => {
      await page.keyboard.press('x');
      const dialog = page.getByRole('dialog', { name: 'Cancel Rita Horizonte' });
      await expect(dialog.getByLabel('Why')).toBeFocused();
      await page.keyboard.type('Ill');
      await page.keyboard.press('Enter');
      await expect(card(page, /Rita Horizonte.*Cancelled by patient/)).toBeVisible();
      const undo = toast(page, 'Rita Horizonte is cancelled').getByRole('button', { name: 'Undo' });
      await undo.focus();
      await page.keyboard.press('Enter');
      await expect(card(page, new RegExp(`Rita Horizonte, ${clock(6)}–.*Booked`))).toBeVisible();
    });

    await test.step('marks who did not come', async () => {
      await book('Tavares Bruno', clock(-2));
      await expect(card(page, new RegExp(`Bruno Tavares, ${clock(-2)}–`))).toBeFocused();
      await page.keyboard.press('n');
      await expect(card(page, /Bruno Tavares.*No-show/)).toBeVisible();
    });

    await test.step('books a whole course: one date is changed, the later ones follow, one press books all', async () => {
      await post(ownerContext.request, `${server.url}/api/courses`, courseOf(bruno));
      await page.goto(`${server.url}/patients/${bruno}`);
      await tabTo(page, page.getByRole('button', { name: 'Book the course…' }));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Book the whole course' });
      const rows = dialog.getByRole('list', { name: 'Proposed dates' }).getByRole('listitem');
      await expect(rows).toHaveCount(4);
      await expect(rows.nth(1)).toContainText('after 14 days');
      const third = await rows.nth(2).textContent();
      await tabTo(page, dialog.getByRole('button', { name: 'Change session 2' }));
      await page.keyboard.press('Enter');
      await tabTo(page, rows.nth(1).getByRole('textbox', { name: 'Time' }));
      await page.keyboard.press('Control+a');
      await page.keyboard.type('16:00');
      await page.keyboard.press('Enter');
      await expect(rows.nth(1)).toContainText('16:00');
      await expect(rows.nth(2)).toContainText('after 14 days');
      expect(third).toContain('after 14 days');
      await expectAccessible(page, 'a whole course');
      await tabTo(page, dialog.getByRole('button', { name: 'Book 4 sessions' }));
      await page.keyboard.press('Enter');
      await expect(toast(page, '4 sessions are booked')).toBeVisible();
      const coming = page.getByRole('region', { name: 'To come' }).getByRole('listitem');
      await expect(coming).toHaveCount(5);
      await expect(page.getByText('All 4 sessions are recorded or booked')).toBeHidden();
      await expect(page.getByRole('button', { name: 'Book the course…' })).toBeHidden();
    });
    // Pages that listen for changes would miss a server that stops before them.
    await Promise.all([page.close(), owner.close()]);
  } finally {
    await server.stop();
  }
});
