// Runs one benchmark of this folder on the embedded PostgreSQL: patients, reports, schedule or import-csv.
//   node tests/bench/run.mjs patients 100000
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [name, ...options] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name ?? '')) {
  console.error('Name one of: patients, reports, schedule, import-csv');
  process.exit(1);
}
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: `tests/bench/${name}.ts`,
    outDir: '.cache/bench',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
  },
});
execFileSync(process.execPath, ['--expose-gc', `.cache/bench/${name}.js`, ...options], {
  cwd: root,
  stdio: 'inherit',
});
