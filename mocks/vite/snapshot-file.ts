import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import process from 'node:process';

/** Where a snapshot comes from, and which of the files there it is made of. */
const PLACES = ['domain', 'server', 'mocks'];
const MAKES_IT = /(demo|migrations)\/|\/add-demo-|mocks\/(database|vite\/make-snapshot)\.ts$/;

const CACHE = '.cache/demo-clinic';

/** A name that changes with the files a snapshot is made of. */
function keyOf(root: string): string {
  const hash = createHash('sha256');
  for (const place of PLACES)
    for (const name of readdirSync(join(root, place), {
      recursive: true,
      encoding: 'utf8',
    }).toSorted()) {
      const file = `${place}/${name.replaceAll(sep, '/')}`;
      if (MAKES_IT.test(file) && /\.(ts|sql)$/.test(file) && !file.includes('.test.'))
        hash
          .update(file)
          .update(readFileSync(join(root, file)))
          .update('\0');
    }
  return hash.digest('hex').slice(0, 16);
}

/** Another program makes it, so that the development server answers meanwhile. */
const write = (root: string, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const program = join(root, 'mocks/vite/write-snapshot.mjs');
    const child = spawn(process.execPath, [program, file], { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('The demo clinic could not be made; its reason is above.'));
    });
  });

const making = new Map<string, Promise<string>>();

/** The file with the demo clinic's database, made now unless an earlier one still holds. */
export function snapshotFile(root: string): Promise<string> {
  const folder = join(root, CACHE);
  const file = join(folder, `${keyOf(root)}.tar.gz`);
  if (existsSync(file)) return Promise.resolve(file);
  const known = making.get(file);
  if (known) return known;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.endsWith('.gz')) rmSync(join(folder, name), { force: true });
  const made = write(root, file)
    .then(() => file)
    .finally(() => making.delete(file));
  making.set(file, made);
  return made;
}
