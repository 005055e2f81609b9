import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { DEMO_PASSWORD } from '#domain/demo/demo-clinic.ts';
import { ALL_SCREENS, DEMO_ACCOUNTS, type Screen } from '#tests/e2e/all-screens.ts';
import { startServer } from '#tests/support/running-server.ts';

const VIEWPORTS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
const [WIDE] = VIEWPORTS;
const SCHEMES = ['light', 'dark'] as const;
const ALL = path.resolve('.cache/pictures');
const README = path.resolve('tests/pictures');
/** The pictures of the README, by the names of their screens. */
const IN_README: readonly string[] = ['today', 'my-day', 'chart', 'outcomes-responders'];

async function openAs(browser: Browser, url: string, as: Screen['as']): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: WIDE,
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    reducedMotion: 'reduce',
  });
  if (as === 'nobody') return context;
  const answer = await context.request.post(`${url}/api/auth/sign-in`, {
    data: { email: DEMO_ACCOUNTS[as], password: DEMO_PASSWORD },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`Signing in as ${as} was answered ${answer.status()}.`);
  return context;
}

/** Waits until the page has come to rest: nothing loads and its fonts are there. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], [aria-label^="Loading"]') === null,
  );
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

async function take(page: Page, name: string): Promise<void> {
  for (const viewport of VIEWPORTS) {
    await page.setViewportSize(viewport);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await settle(page);
      const file = `${name}-${viewport.width}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(ALL, file) });
      if (viewport === WIDE && colorScheme === 'light' && IN_README.includes(name))
        await page.screenshot({ path: path.join(README, `${name}.png`) });
    }
  }
  await page.setViewportSize(WIDE);
}

const server = await startServer({ isDemo: true });
const executablePath = process.env['CHROMIUM_PATH'];
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await mkdir(ALL, { recursive: true });
  for (const as of new Set(ALL_SCREENS.map((screen) => screen.as))) {
    const context = await openAs(browser, server.url, as);
    const page = await context.newPage();
    for (const { name, address } of ALL_SCREENS.filter((screen) => screen.as === as)) {
      await page.goto(server.url + address);
      await settle(page);
      // Lists beside the page begin to load once the page itself is there.
      await page.waitForTimeout(500);
      await take(page, name);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
