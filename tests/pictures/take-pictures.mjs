// Takes pictures of every screen of the production build in a demo clinic: all of them into
// .cache/pictures, and those of the README beside this file. Run `npm run build` first.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findChromium } from '../support/chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const chromium = await findChromium();
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: 'tests/pictures/all-pictures.ts',
    outDir: '.cache/take-pictures',
    target: 'node20',
    minify: false,
  },
});
execFileSync(process.execPath, ['.cache/take-pictures/all-pictures.js'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: chromium },
});
