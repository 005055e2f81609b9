import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { shippedMocks } from './shipped-mocks.mjs';

test('finds mocks in a build, by file and by code', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mesodesk-build-'));
  mkdirSync(path.join(folder, 'assets'));
  for (const [file, text] of [
    ['index.html', '<title>Mesodesk</title>'],
    ['assets/main.js', 'console.log(1)'],
    ['assets/postgres.wasm', ''],
    ['assets/worker.js', 'fetch("/mockServiceWorker.js")'],
    ['assets/gallery-page.css', ''],
    ['assets/router.js', 'createRoute({path:`/gallery`})'],
    ['demo-clinic.snapshot', ''],
  ])
    writeFileSync(path.join(folder, file), text);
  const found = shippedMocks(folder).map((file) => path.basename(file));
  expect(found.toSorted()).toEqual([
    'demo-clinic.snapshot',
    'gallery-page.css',
    'postgres.wasm',
    'router.js',
    'worker.js',
  ]);
  rmSync(folder, { recursive: true });
});
