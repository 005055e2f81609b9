import type { Rule } from './rule.ts';
import { isTest, type SourceFiles, type Violation } from './source-files.ts';

/** Reports each line that `find` has something to say about. */
function perLine(
  files: SourceFiles,
  where: (file: string) => boolean,
  find: (line: string) => string | undefined,
): Violation[] {
  return [...files]
    .filter(([file]) => where(file))
    .flatMap(([file, text]) =>
      text.split('\n').flatMap((line, index) => {
        const message = find(line);
        return message === undefined ? [] : [{ path: file, line: index + 1, message }];
      }),
    );
}

const machinePaths =
  /(?:^|[\s"'`(=:])((?:\/(?:home|Users|root|mnt|srv|private|work|var\/folders)\/[\w.-]+|[A-Z]:\\\\?\w+))/;

const noMachinePaths: Rule = {
  name: 'no file names a folder of somebody’s machine',
  check: (files) =>
    perLine(
      files,
      (file) => !file.startsWith('tests/architecture/'),
      (line) => {
        const found = machinePaths.exec(line)?.[1];
        return found === undefined ? undefined : `${found} exists on one machine only`;
      },
    ),
  planted: [
    { 'README.md': 'Open /home/ana/mesodesk.' },
    { 'src/a.ts': `const path = '/mnt/disk/x';` },
    { 'server/a.ts': `const path = "/root/data";` },
    { '.ci/run': 'cd /Users/ana' },
  ],
  kept: {
    'src/a.ts': `navigate('/patients/1'); get('https://example.org/home/x'); run('/usr/bin/x');`,
  },
};

const noRegistry: Rule = {
  name: 'the lock file names no host: packages come from whatever registry npm is set to',
  check: (files) =>
    perLine(
      files,
      (file) => file === 'package-lock.json',
      (line) => {
        const host = /"resolved": "([^"]*:\/\/[^/"]+)/.exec(line)?.[1];
        return host === undefined ? undefined : `${host} may not answer on another network`;
      },
    ),
  planted: [{ 'package-lock.json': '"resolved": "http://10.0.0.1:4873/a/-/a-1.0.0.tgz"' }],
  kept: { 'package-lock.json': '"integrity": "sha512-a"' },
};

const rawColour = /#[0-9a-f]{3,8}\b(?![^;]*\{)|\b(?:rgba?|hsla?|oklch|lab|lch)\(/i;

const coloursFromTokens: Rule = {
  name: 'colours come from the tokens, which are measured for contrast in light and dark',
  check: (files) =>
    perLine(
      new Map([...files].map(([file, text]) => [file, withoutPrint(text)])),
      (file) => /^src\/.*\.css$/.test(file) && !file.endsWith('/tokens.css'),
      (line) => {
        const found = rawColour.exec(line)?.[0];
        return found === undefined ? undefined : `use a token instead of ${found}`;
      },
    ),
  planted: [
    { 'src/ui/a.module.css': '.a { color: #ff0000; }' },
    { 'src/ui/a.module.css': '.a { background: rgb(0 0 0 / 20%); }' },
  ],
  kept: {
    'src/ui/a.module.css': '.a { color: var(--ink); }\n@media print {\n.a { color: #000; }\n}',
    'src/ui/tokens.css': ':root { --ink: #102030; }',
  },
};

/** Paper is white in both themes, so print rules may say black and white: blanks them, line for line. */
function withoutPrint(text: string): string {
  return text.replaceAll(/@media print \{[\s\S]*?\n\}/g, (block) => block.replaceAll(/[^\n]/g, ''));
}

const dayFromUtc = /toISOString\(\)\s*\.(?:slice|substring|substr|split)\(/;

/** Counts whole days as UTC days, the one place where cutting them is right. */
const dayArithmetic = 'domain/shared/calendar-date.ts';

const daysInZone: Rule = {
  name: 'a day is never cut from a UTC instant, which is the wrong day away from UTC',
  check: (files) =>
    perLine(
      files,
      (file) =>
        /^(domain|server|src|mocks)\/.*\.tsx?$/.test(file) &&
        !isTest(file) &&
        file !== dayArithmetic,
      (line) =>
        dayFromUtc.test(line) ? 'ask domain/shared for the day in the clinic’s zone' : undefined,
    ),
  planted: [
    { 'src/a.ts': `const day = now.toISOString().slice(0, 10);` },
    { 'server/a.ts': `const [day] = now.toISOString().split('T');` },
  ],
  kept: {
    'src/a.ts': `const at = now.toISOString();`,
    [dayArithmetic]: `return new Date(days * DAY_MS).toISOString().slice(0, 10);`,
  },
};

export const textRules: readonly Rule[] = [
  noMachinePaths,
  noRegistry,
  coloursFromTokens,
  daysInZone,
];
