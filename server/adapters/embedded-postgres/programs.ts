import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { copyPrograms } from './program-copy.ts';
import { makeLibraryLinks } from './library-links.ts';
import { runProgram, type ProgramUser } from './program-user.ts';

/** PostgreSQL's programs on this machine. `version` is like `18.4`, `major` like `18`. */
export type Programs = {
  initdb: string;
  pgCtl: string;
  postgres: string;
  version: string;
  major: number;
};

const packageFile = z.object({ version: z.string() });

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new EmbeddedPostgresError(
      `The package ${name} with PostgreSQL for this machine is not installed. ` +
        'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
}

async function tryPrograms(root: string, user: ProgramUser): Promise<Programs | string> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(root, 'native', 'bin', `${name}${suffix}`);
  const postgres = program('postgres');
  const { output, errors, code } = await runProgram(postgres, ['--version'], '/', user);
  const version = /\b(\d+)\.\d+\b/.exec(output);
  if (version === null) return errors.trim().split('\n')[0] || `exit code ${code}`;
  return {
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres,
    version: version[0],
    major: Number(version[1]),
  };
}

/**
 * Finds the PostgreSQL that npm installed, makes its library links, and copies it to a cache when
 * `user` can't reach it where it lies or the links can't be made there.
 * @throws EmbeddedPostgresError when the package is missing or its programs don't run here.
 */
export async function findPrograms(dataDir: string, user: ProgramUser): Promise<Programs> {
  const root = packageFolder();
  const linked = await makeLibraryLinks(root);
  const found = linked ? await tryPrograms(root, user) : 'its library links could not be made';
  if (typeof found !== 'string') return found;

  const worthCopying = !linked || user !== null;
  const { version } = packageFile.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  );
  const copy = worthCopying ? await copyPrograms(root, version, dataDir, user) : null;
  const copied = copy === null ? found : await tryPrograms(copy, user);
  if (typeof copied !== 'string') return copied;
  throw new EmbeddedPostgresError(
    `The PostgreSQL programs of npm don't run on this machine (${copied}). ` +
      'Set DATABASE_URL to a PostgreSQL server instead.',
  );
}
