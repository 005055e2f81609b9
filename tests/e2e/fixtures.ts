import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#domain/demo/demo-clinic.ts';
import type { Role } from '#domain/staff/permissions.ts';
import { type RunningServer, startServer } from '#tests/support/running-server.ts';
import { DEMO_ACCOUNTS } from './all-screens.ts';
import { PageWatch } from './page-watch.ts';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

type WorkerFixtures = {
  /** The demo clinic of this worker, shared by its tests. */
  demo: RunningServer;
  /** Cookies of those who are signed in at the demo clinic already: signing in is limited. */
  demoCookies: Map<Role, Cookies>;
};

type TestFixtures = {
  /** Holds what the pages of this test complain of; a test names what it provokes. */
  watch: PageWatch;
  /** Opens a browser of its own, with nobody signed in. */
  openBrowser: () => Promise<{ context: BrowserContext; page: Page }>;
  /** Opens a page of the demo clinic in a browser of its own, signed in as this role. */
  openAs: (role: Role, path: string) => Promise<Page>;
};

/** Tests of pages in a browser: an error in the console or a refused request fails them. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures this one needs
    async ({}, use) => {
      const server = await startServer({ isDemo: true });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  demoCookies: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],
  watch: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const watch = new PageWatch();
      await use(watch);
      expect(watch.complaints(), 'errors of the pages').toEqual([]);
    },
    { auto: true },
  ],
  openBrowser: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      // What a person could not press within this time is missing.
      context.setDefaultTimeout(15_000);
      contexts.push(context);
      watch.follow(context);
      return { context, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
  },
  openAs: async ({ demo, demoCookies, openBrowser }, use) => {
    await use(async (role, path) => {
      const { context, page } = await openBrowser();
      const kept = demoCookies.get(role);
      if (kept) await context.addCookies(kept);
      else {
        await signIn(context, demo.url, DEMO_ACCOUNTS[role], DEMO_PASSWORD);
        demoCookies.set(role, await context.cookies());
      }
      await page.goto(demo.url + path);
      return page;
    });
  },
});

/** Signs a browser in without the screen, for tests that are not about it. */
export async function signIn(
  context: BrowserContext,
  url: string,
  email: string,
  password: string,
): Promise<void> {
  const answer = await context.request.post(`${url}/api/auth/sign-in`, {
    data: { email, password },
    headers: { origin: url },
  });
  expect(answer.ok(), `signing in as ${email}`).toBe(true);
}

export { expect };

/** The page's main heading. */
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: true });

/** Registers a patient without the screen; answers the id. */
export async function registerPatient(
  page: Page,
  names: { givenName: string; familyName: string },
): Promise<string> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/patients`, {
    headers: { origin },
    data: {
      clinicNumber: null,
      ...names,
      birthDate: '1988-08-08',
      sexAtBirth: 'female',
      phone: null,
      email: null,
      contactPreference: 'phone',
      language: null,
      referralSource: null,
      notes: '',
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { id } = (await answer.json()) as { id: string };
  return id;
}
