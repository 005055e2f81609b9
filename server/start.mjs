// npm start, npm run seed: builds what is older than its sources, then runs the server, or fills a
// database with a made-up clinic, in this terminal.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const isSeed = process.argv[2] === 'seed';

function newest(path) {
  const file = join(root, path);
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    stat.mtimeMs,
  );
}

const common = ['domain', 'package-lock.json', 'vite.config.ts'];
const builds = [
  {
    script: 'build:app',
    output: 'dist/app/index.html',
    sources: [...common, 'src', 'public', 'index.html', 'server/app.ts'],
  },
  { script: 'build:server', output: 'dist/server/main.js', sources: [...common, 'server'] },
];

for (const { script, output, sources } of isSeed ? builds.slice(1) : builds) {
  if (newest(output) > Math.max(...sources.map(newest))) continue;
  const built = spawnSync('npm', ['run', '--silent', script], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const server = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    // A seed makes much that it throws away at once.
    ...(isSeed ? ['--max-semi-space-size=128'] : []),
    join(root, isSeed ? 'dist/server/seed.js' : 'dist/server/main.js'),
    ...process.argv.slice(isSeed ? 3 : process.argv.length),
  ],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
