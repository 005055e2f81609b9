import type { Locator, Page } from '@playwright/test';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { expectAccessible } from './axe.ts';
import { expect, heading, registerPatient, test } from './fixtures.ts';

const NAME = { givenName: 'Ottilie', familyName: 'Brandão' };
const WHO = 'Ottilie Brandão';
const HOUR_MS = 3_600_000;

/** Presses what a keyboard reached. */
async function press(where: Locator, key = 'Enter'): Promise<void> {
  await where.focus();
  await where.press(key);
}

/** A whole minute of today, early enough for two visits before midnight at the clinic. */
function minuteOfToday(): Date {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Lisbon',
      hour: '2-digit',
      hour12: false,
    }).format(new Date()),
  );
  const now = new Date(Date.now() - (hour >= 21 ? 4 * HOUR_MS : 0));
  now.setUTCSeconds(0, 0);
  return now;
}

type Kind = 'consultation' | 'session';

/** A manager books over whatever is there: the day must hold this visit whenever the test runs. */
async function bookToday(
  manager: Page,
  visit: { kind: Kind; patientId: string; courseId: string | null; startsAt: Date },
): Promise<void> {
  const { origin } = new URL(manager.url());
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Lisbon' }).format(new Date());
  const schedule = await manager.request.get(`${origin}/api/schedule?from=${today}&to=${today}`);
  const { types } = (await schedule.json()) as { types: { id: string; kind: string }[] };
  const answer = await manager.request.post(`${origin}/api/appointments/overrides`, {
    headers: { origin },
    data: {
      patientId: visit.patientId,
      typeId: types.find(({ kind }) => kind === visit.kind)?.id,
      courseId: visit.courseId,
      practitionerId: DEMO_IDS.practitioner,
      roomId: null,
      note: '',
      startsAt: visit.startsAt.toISOString(),
      overrideReason: 'Comes in today.',
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const visitOf = (page: Page): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: WHO, exact: true }) });

/** From the day to a visit's record by one press: the next one has it as the main action. */
async function openVisit(page: Page, next: string): Promise<void> {
  await press(page.getByRole('link', { name: 'My day', exact: true }));
  await expect(heading(page, 'My day')).toBeVisible();
  const own = visitOf(page).getByRole('link', { name: `: ${WHO}` });
  await expect(visitOf(page)).toBeVisible();
  if ((await own.count()) > 0) await press(own);
  else await press(page.getByRole('link', { name: next }));
}

async function consult(page: Page): Promise<void> {
  await openVisit(page, 'Begin the consultation');
  await expect(page.getByLabel('In the patient’s words')).toBeVisible();
  await expectAccessible(page, 'a consultation');
  // Signed empty, it says what is missing.
  await press(page.getByRole('button', { name: 'Sign', exact: true }));
  await expect(page.getByText('Type what the patient complains of.').last()).toBeVisible();
  await page.getByLabel('In the patient’s words').fill('The parting is wider since spring');
  const cause = page.getByRole('radiogroup', { name: 'Stress' });
  await cause.getByRole('radio', { name: 'Not asked' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(cause.getByRole('radio', { name: 'Not known' })).toBeChecked();
  await press(page.getByRole('button', { name: 'Dermatologist' }), 'Space');
  await press(page.getByRole('radio', { name: 'Suitable', exact: true }), 'Space');
  await page.getByLabel('Reason', { exact: true }).fill('Early, no scarring');
  await expect(page.getByText('All is saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('In the patient’s words')).toHaveValue(
    'The parting is wider since spring',
  );
  await press(page.getByRole('button', { name: 'Sign', exact: true }));
  await expect(page.getByText(/^Signed \d/)).toBeVisible();
}

async function recordAllergy(page: Page): Promise<void> {
  await press(page.getByRole('link', { name: 'Change', exact: true }));
  await expect(heading(page, 'Allergies and medication')).toBeVisible();
  await press(page.getByRole('button', { name: 'Add an allergy' }));
  const entry = page.getByRole('group', { name: 'Allergy 1' });
  await entry.getByLabel('To', { exact: true }).selectOption({ label: 'Latex' });
  await entry.getByLabel('Severity').selectOption({ label: 'Severe' });
  await expectAccessible(page, 'a profile');
  await press(page.getByRole('button', { name: 'Save', exact: true }));
  await expect(heading(page, 'Consultation')).toBeVisible();
  await expect(page.getByText('Latex (severe)').first()).toBeVisible();
}

/** The course begins with what the consultation said; its baseline follows. */
async function openCourse(page: Page): Promise<string> {
  await press(page.getByRole('link', { name: 'Open the course' }));
  await expect(page.getByLabel('In the patient’s words')).toHaveValue(
    'The parting is wider since spring',
  );
  await expect(page.getByLabel('Reason', { exact: true })).toHaveValue('Early, no scarring');
  await page.getByLabel('Indication').selectOption({ label: 'Female pattern hair loss' });
  await page.getByLabel('How sure').selectOption({ label: 'Working diagnosis' });
  await page.getByLabel('Purpose').selectOption({ label: 'Treat' });
  await press(page.getByRole('button', { name: 'Open the course' }));
  await expect(heading(page, 'Baseline assessment')).toBeVisible();
  const courseId = new URL(page.url()).pathname.split('/')[2] ?? '';
  await press(page.getByRole('radio', { name: 'II', exact: true }), 'Space');
  await press(page.getByRole('button', { name: 'Record', exact: true }));
  await expect(heading(page, WHO)).toBeVisible();
  return courseId;
}

async function signConsent(page: Page): Promise<void> {
  await expect(page.getByText('Not signed for this course')).toBeVisible();
  await press(page.getByRole('link', { name: 'Sign', exact: true }));
  await expect(heading(page, 'Consent')).toBeVisible();
  await expect(page.getByText(/Nobody can promise you a result/)).toBeVisible();
  await press(page.getByRole('button', { name: 'Sign', exact: true }));
  await expect(page.getByText(/fields need another look/)).toBeVisible();
  for (const [use, choice] of [
    ['For my record', 'Allowed'],
    ['For teaching', 'Not allowed'],
    ['For publicity', 'Not allowed'],
  ] as const)
    await press(
      page.getByRole('radiogroup', { name: use }).getByRole('radio', { name: choice, exact: true }),
      'Space',
    );
  await page.getByLabel('Full name').fill(WHO);
  await press(page.getByRole('checkbox', { name: /^Sign by the typed name/ }), 'Space');
  await expectAccessible(page, 'a consent');
  await press(page.getByRole('button', { name: 'Sign', exact: true }));
  await expect(heading(page, WHO)).toBeVisible();
  await expect(page.getByText(/^Signed \d/).first()).toBeVisible();
}

async function answerQuestions(page: Page): Promise<void> {
  await press(page.getByRole('link', { name: 'Questions' }));
  await expect(heading(page, 'Before the session')).toBeVisible();
  const rows = page.locator('[data-answer]');
  const count = await rows.count();
  await rows.first().getByRole('radio').first().focus();
  // Nothing is filled in beforehand; one key answers a question and goes on to the next.
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  for (let index = 0; index < count; index += 1) await page.keyboard.press('n');
  await expect(page.getByText('Every question has an answer.')).toBeVisible();
  await expectAccessible(page, 'the questions');
  await press(page.getByRole('button', { name: 'Save and go on' }));
  await expect(page.getByText('All questions answered')).toBeVisible();
}

async function recordSession(page: Page): Promise<void> {
  const choose = (group: string, name: string) =>
    press(
      page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }),
      'Space',
    );
  for (const tick of ['Identity and consent', 'Screening asked', 'Scalp cleansed', 'Area dry'])
    await press(page.getByRole('checkbox', { name: new RegExp(`^${tick}`) }), 'Space');
  await choose('Antiseptic', 'Used');
  await press(page.getByRole('radio', { name: 'Dermaroller', exact: true }), 'Space');
  await page.getByLabel('Depth').fill('1');
  await choose('Anaesthesia', 'None');
  await choose('Pain during', '3');
  await press(
    page
      .getByRole('group', { name: 'No reaction to record' })
      .getByRole('button', { name: 'None' }),
  );
  await choose('Has the patient noticed a change', 'Not asked');
  await choose('Aftercare sheet', 'Given');
  // The latex allergy is a finding of every session: it is gone on with, for a reason.
  for (const reason of await page.getByLabel('Reason to go on').all()) {
    await reason.fill('Gloves without latex');
    await press(page.getByRole('button', { name: 'Go on with this reason' }).first());
  }
  await expect(page.getByText('Complete', { exact: true })).toBeVisible();
  await press(page.getByRole('button', { name: 'Sign', exact: true }));
  await press(
    page
      .getByRole('dialog', { name: 'Sign this session' })
      .getByRole('button', { name: 'Sign and lock' }),
  );
  await expect(page.getByText('Signed', { exact: true })).toBeVisible();
}

test('a practitioner’s day: consultation, consent, questions, session, follow-up', async ({
  openAs,
}) => {
  test.setTimeout(240_000);
  const manager = await openAs('manager', '/outcomes');
  const page = await openAs('practitioner', '/');
  await expect(page).toHaveURL(/\/my-day$/);
  await expect(heading(page, 'My day')).toBeVisible();
  await expectAccessible(page, 'my day');
  const patientId = await registerPatient(page, NAME);
  const startsAt = minuteOfToday();
  await bookToday(manager, { kind: 'consultation', patientId, courseId: null, startsAt });
  await page.reload();

  await test.step('the consultation is held, signed and kept', () => consult(page));
  await test.step('an allergy is recorded beside it', () => recordAllergy(page));
  const courseId = await test.step('the course begins with what was told', () => openCourse(page));
  await test.step('the consent is signed by keyboard', () => signConsent(page));
  await test.step('the session is begun from its appointment, asked, recorded, signed', async () => {
    const later = new Date(startsAt.getTime() + HOUR_MS);
    await bookToday(manager, { kind: 'session', patientId, courseId, startsAt: later });
    await page.reload();
    await press(page.getByRole('link', { name: 'My day', exact: true }));
    const visit = visitOf(page).filter({ hasText: 'Session 1' }).last();
    await expect(visit).toContainText('Allergy: Latex, severe');
    await expect(visit).toContainText('Questions not asked');
    const own = visit.getByRole('link', { name: `: ${WHO}` });
    const next = page.getByRole('link', { name: 'Begin the session' });
    await press((await own.count()) > 0 ? own : next);
    await expect(page).toHaveTitle(/^Session 1 · /);
    await answerQuestions(page);
    await recordSession(page);
  });
  await test.step('its contacts are on the worklist', async () => {
    await page.goto(new URL(`/patients/${patientId}`, page.url()).href);
    await expect(heading(page, WHO)).toBeVisible();
    const { origin } = new URL(page.url());
    const tasks = await page.request.get(`${origin}/api/follow-ups?due=all&patientId=${patientId}`);
    const { items } = (await tasks.json()) as { items: { rule: string }[] };
    expect(items.map(({ rule }) => rule)).toContain('contact_48h');
  });
});

test('a patient answers alone on a locked desk, and the desk never learns what', async ({
  openBrowser,
  demo,
  watch,
}) => {
  watch.expectRefusal(423, /./);
  watch.expectRefusal(401, /^\/api\/me$/);
  const { page } = await openBrowser();
  await page.goto(`${demo.url}/sign-in`);
  await page.getByLabel('E-mail').fill('reception@demo.clinic');
  await page.getByLabel('Password', { exact: true }).fill('demo-clinic');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/today/);
  const patientId = await registerPatient(page, { givenName: 'Rute', familyName: 'Quental' });
  await page.goto(`${demo.url}/patients/${patientId}`);
  await press(page.getByRole('button', { name: 'Hand over the questions' }));
  await press(page.getByRole('button', { name: 'Lock and hand over' }));
  await expect(heading(page, 'Questions before your visit, Rute')).toBeVisible();
  await expectAccessible(page, 'the patient’s form');
  await expect(page.getByText('Concern out of proportion')).toHaveCount(0);
  const first = page.locator('[data-answer]').first();
  await first.getByRole('radio').first().focus();
  await page.keyboard.press('y');
  await press(page.getByRole('button', { name: 'Send my answers' }));
  await expect(heading(page, 'Thank you')).toBeVisible();
  await press(page.getByRole('button', { name: 'Back to the desk' }));
  await expect(page.getByRole('heading', { name: 'This desk is locked' })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('demo-clinic');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'This desk is locked' })).toHaveCount(0);
  await page.goto(`${demo.url}/patients/${patientId}`);
  await expect(page.getByText('Needs clinician')).toBeVisible();
  await expect(page.getByText(/pregnant/i)).toHaveCount(0);
});
