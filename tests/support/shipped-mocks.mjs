import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const mockFile = /\.(wasm|data|snapshot)(\.br)?$|mockServiceWorker|pglite|gallery/i;
const mockCode =
  /mockServiceWorker|pglite|setupWorker\b|MockHandler|\bmsw\b|Demo controls|["'`]\/gallery\b/i;

/** The files of a build that belong to the mocks or the gallery, which production must never ship. */
export function shippedMocks(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        mockFile.test(path.basename(file)) ||
        (/\.(js|css|html)$/.test(file) && mockCode.test(readFileSync(file, 'utf8'))),
    );
}
