// Imports a messy file on the embedded PostgreSQL and prints what it took:
//   node tests/bench/import-csv.mjs [rows, 50000 unless told]
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: 'tests/bench/import-csv.ts',
    outDir: '.cache/bench',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
  },
});
execFileSync(
  process.execPath,
  ['--expose-gc', '.cache/bench/import-csv.js', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
