import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` tries for ever where
 * the system takes no new folder and says that there is none, as under /proc.
 * @throws the system's error, such as ENOENT, EACCES or ENOTDIR
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  try {
    if ((await stat(folder)).isDirectory()) return;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) throw error;
    if (dirname(folder) !== folder) await makeFolder(dirname(folder), mode);
  }
  await mkdir(folder, { mode }).catch((error: unknown) => {
    // Someone else made it meanwhile; a file of that name is refused by whoever opens the folder.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
}
