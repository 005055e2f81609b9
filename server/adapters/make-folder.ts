import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` tries for ever where
 * the system takes no new folder and says that there is none, as under /proc.
 * @throws the system's error, such as ENOENT, EACCES, ENOTDIR or (a file of that name) EEXIST
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  try {
    if ((await stat(folder)).isDirectory()) return;
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    if (dirname(folder) !== folder) await makeFolder(dirname(folder), mode);
  }
  await mkdir(folder, { mode }).catch(async (error: unknown) => {
    // Someone else may have made it meanwhile; a file of that name is no folder.
    if (!hasCode(error, 'EEXIST') || !(await stat(folder)).isDirectory()) throw error;
  });
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
