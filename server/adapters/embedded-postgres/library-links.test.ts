import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeLibraryLinks } from './library-links.ts';
import { copyPrograms } from './program-copy.ts';

let root: string;
const libraries = () => readdirSync(join(root, 'native/lib')).toSorted();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mesodesk-'));
  mkdirSync(join(root, 'native/lib'), { recursive: true });
  mkdirSync(join(root, 'native/bin'));
  writeFileSync(join(root, 'native/bin/postgres'), 'program', { mode: 0o700 });
  writeFileSync(join(root, 'native/lib/libpq.so.5.18'), 'library', { mode: 0o600 });
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }));
  writeFileSync(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('makes the links the package lists, also when several starts do so at once', async () => {
  const results = await Promise.all(Array.from({ length: 8 }, () => makeLibraryLinks(root)));
  expect(results).toEqual(Array.from({ length: 8 }, () => true));
  expect(libraries()).toEqual(['libpq.so', 'libpq.so.5', 'libpq.so.5.18']);
  expect(readFileSync(join(root, 'native/lib/libpq.so'), 'utf8')).toBe('library');
});

test('replaces a link that points elsewhere, and keeps a file in a link’s place', async () => {
  symlinkSync('gone.so', join(root, 'native/lib/libpq.so'));
  writeFileSync(join(root, 'native/lib/libpq.so.5'), 'library');
  expect(await makeLibraryLinks(root)).toBe(true);
  expect(readFileSync(join(root, 'native/lib/libpq.so'), 'utf8')).toBe('library');
  expect(lstatSync(join(root, 'native/lib/libpq.so.5')).isSymbolicLink()).toBe(false);
});

test('a package without a list of links needs none', async () => {
  rmSync(join(root, 'native/pg-symlinks.json'));
  expect(await makeLibraryLinks(root)).toBe(true);
  expect(libraries()).toEqual(['libpq.so.5.18']);
});

test('a copy has its links and can be read by all, made by several at once', async () => {
  const dataDir = join(root, 'data');
  mkdirSync(dataDir);
  const copies = await Promise.all([1, 2, 3].map(() => copyPrograms(root, '18.4', dataDir, null)));
  expect(new Set(copies).size).toBe(1);
  const copy = copies[0] ?? '';
  expect(readFileSync(join(copy, 'native/lib/libpq.so.5'), 'utf8')).toBe('library');
  expect(lstatSync(join(copy, 'native/lib/libpq.so.5.18')).mode & 0o777).toBe(0o644);
  expect(lstatSync(join(copy, 'native/bin/postgres')).mode & 0o777).toBe(0o755);
  expect(readdirSync(join(copy, '..'))).toHaveLength(1);
});
