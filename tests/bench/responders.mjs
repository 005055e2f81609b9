// Times the responders report and the heaviest chart on the embedded PostgreSQL:
//   node tests/bench/responders.mjs [sessions, 20000 unless told]
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
    ssr: 'tests/bench/responders.ts',
    outDir: '.cache/bench',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
  },
});
execFileSync(process.execPath, ['.cache/bench/responders.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
