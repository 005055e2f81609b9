import { readFile, readdir, readlink, realpath } from 'node:fs/promises';

/**
 * Ends the server processes of this cluster that outlived their killed postmaster. One in a long
 * query would go on for as long as that takes, and PostgreSQL refuses to start beside it. Elsewhere
 * than on Linux they are waited for. Only for the holder of the lock, when no postmaster lives.
 */
export async function endOrphans(folder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const cluster = await realpath(folder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const works = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    if (works !== cluster) continue;
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (name.trim() === 'postgres') endAtOnce(Number(pid));
  }
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // Gone meanwhile, as wished.
  }
}
