// Makes the demo clinic's database and writes it, gzipped, to the file named as the argument.
import { renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { runnerImport } from 'vite';

const [, , file] = process.argv;
if (file === undefined) throw new Error('Name the file to write.');

/** The database, from the server's own code, which Vite makes runnable here. */
async function makeSnapshot() {
  const source = fileURLToPath(new URL('make-snapshot.ts', import.meta.url));
  const { module } = await runnerImport(source, {
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error',
  });
  return await module.makeSnapshot();
}

try {
  const archive = gzipSync(await makeSnapshot(), { level: 9 });
  // Renamed when whole: nobody reads half a file.
  writeFileSync(`${file}.part`, archive);
  renameSync(`${file}.part`, file);
  process.exit(0);
} catch (error) {
  console.error(error.stack);
  process.exit(1);
}
