import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { runProgram } from './checks.mjs';

const installedPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const advice =
  'No Chromium for the browser tests: install Chromium or Chrome and set CHROMIUM_PATH to it, or run "npx playwright install --with-deps chromium".';

/**
 * Finds a Chromium that starts: CHROMIUM_PATH, an installed one, Playwright's own (downloaded when it
 * can be), and, only as root on Debian, its package.
 * Throws an error that says what to do when there is none.
 */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (await starts(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, which does not start.`);
  }
  const installed = await firstThatStarts([...installedPlaces, chromium.executablePath()]);
  if (installed !== undefined) return installed;
  for (const install of [installPlaywrightChromium, installDebianChromium]) {
    await install();
    const fresh = await firstThatStarts([chromium.executablePath(), ...installedPlaces]);
    if (fresh !== undefined) return fresh;
  }
  throw new Error(advice);
}

async function firstThatStarts(places) {
  for (const place of places) if (await starts(place)) return place;
  return undefined;
}

async function starts(place) {
  if (!existsSync(place)) return false;
  const result = await runProgram(['--version'], { seconds: 30, command: place });
  return result.passed;
}

async function installPlaywrightChromium() {
  console.log('No Chromium found: downloading the one of Playwright.');
  await runProgram(['node_modules/playwright/cli.js', 'install', 'chromium'], { seconds: 120 });
}

async function installDebianChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Installing the chromium package of Debian.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram(['update'], { seconds: 120, env, command: '/usr/bin/apt-get' });
  const install = ['install', '--yes', '--no-install-recommends', 'chromium'];
  await runProgram(install, { seconds: 240, env, command: '/usr/bin/apt-get' });
}
