import { randomBytes } from 'node:crypto';
import { lstat, readFile, readlink, rename, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod/mini';
import { systemCode } from './embedded-postgres-error.ts';

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

async function makeLink(at: string, to: string): Promise<void> {
  const present = await lstat(at).catch(() => null);
  if (present !== null && !present.isSymbolicLink()) return;
  if (present !== null && (await readlink(at)) === to) return;
  // Made aside and renamed: another process starting now sees the old link or the new, never none.
  const aside = `${at}.${randomBytes(4).toString('hex')}`;
  await symlink(to, aside);
  await rename(aside, at);
}

/**
 * Makes the library links of a platform package, which npm can't carry and its postinstall script
 * (often skipped) would have made. Returns false where this process may not write there.
 */
export async function makeLibraryLinks(root: string): Promise<boolean> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  try {
    for (const { source, target } of linkList.parse(JSON.parse(list))) {
      await makeLink(join(root, target), relative(dirname(target), source));
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? '')) return false;
    throw error;
  }
}
