import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { systemCode } from './embedded-postgres-error.ts';

/** The unprivileged account PostgreSQL runs as when this process is root; null: as this process. */
export type ProgramUser = { uid: number; gid: number } | null;

const PREFERRED = ['postgres', '_postgres', 'nobody'];
const NOBODY = { uid: 65_534, gid: 65_534 };

/** PostgreSQL refuses to run as root: who it runs as instead. The owner of existing data decides. */
export async function chooseProgramUser(cluster: string): Promise<ProgramUser> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(cluster).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = new Map(
    (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => {
      const [name = '', , uid, gid] = line.split(':');
      return [name, { uid: Number(uid), gid: Number(gid) }];
    }),
  );
  return PREFERRED.map((name) => accounts.get(name)).find((found) => found !== undefined) ?? NOBODY;
}

/**
 * How a program started in `folder` names that folder. Under root on Linux it is `/proc/self/cwd`:
 * the unprivileged user then needs no right to pass the folders above (a home of mode 700, say),
 * so the data stays in DATA_DIR, and nobody else's permissions are loosened for it.
 */
export function folderArgument(folder: string, user: ProgramUser): string {
  return user !== null && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

// Only these: PGDATA, PGPORT and the like would steer it, and our secrets are none of its business.
const PASSED_ON = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir'];

function childOptions(folder: string, user: ProgramUser) {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of PASSED_ON) if (process.env[name] !== undefined) env[name] = process.env[name];
  return { ...user, cwd: folder, env, windowsHide: true };
}

export type Outcome = { code: string | number | null; output: string; errors: string };

/** Runs a program in `folder` to its end. Never throws: a failed spawn has its system code. */
export function runProgram(
  program: string,
  args: string[],
  folder: string,
  user: ProgramUser,
): Promise<Outcome> {
  return new Promise((done) => {
    execFile(program, args, childOptions(folder, user), (error, output, errors) => {
      const code = error === null ? 0 : (systemCode(error) ?? error.code ?? null);
      done({ code, output, errors: errors === '' && error !== null ? error.message : errors });
    });
  });
}

/** Starts a program in `folder` that outlives this process; both its outputs go to `log`. */
export function launchProgram(
  program: string,
  args: string[],
  folder: string,
  user: ProgramUser,
  log: number,
): ChildProcess {
  const options = childOptions(folder, user);
  const child = spawn(program, args, {
    ...options,
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  return child;
}
