// Writes migrations/0001_tables.sql from the Drizzle tables. Until the first release there is one such file.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const sql = execFileSync(
  'npx',
  ['drizzle-kit', 'export', '--config', 'server/db/drizzle.config.ts'],
  {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const statements = sql
  .split(/;\s*\n/)
  .map((text) => text.trim())
  .filter((text) => text !== '');
writeFileSync(
  new URL('./migrations/0001_tables.sql', import.meta.url),
  `${statements.map((text) => text.replace(/;$/, '')).join(';\n--> statement-breakpoint\n')};\n`,
);
