import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Why the postmaster `pid` ended, in PostgreSQL's words: from its early output and its newest log. */
export async function lastReason(folder: string, pid: number, startLog: string): Promise<string> {
  const logs = join(folder, 'log');
  const names = await readdir(logs).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => ({
      path: join(logs, name),
      at: (await stat(join(logs, name))).mtimeMs,
    })),
  );
  const newest = files.toSorted((a, b) => b.at - a.at)[0]?.path;
  const texts = await Promise.all(
    [startLog, newest ?? ''].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  const lines = texts.join('\n').split('\n');
  const own = lines.filter((line) => line.includes(`[${pid}]`) || !line.includes('['));
  const reasons = own.filter((line) => /FATAL|PANIC|could not bind|error/i.test(line));
  return (reasons.slice(-2).join('; ') || `see ${logs}`).replaceAll(/[^;]*?(FATAL|LOG): +/g, ' ');
}
