import { Visitor, type ESTree } from 'vite';
import { isServerEdge } from './import-rules.ts';
import { perModule, type Rule } from './rule.ts';
import { isTest, type Module } from './source-files.ts';

/** The dotted name of a plain member chain: `Temporal.Now.instant`, or undefined for anything else. */
function dottedName(node: ESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  const object = dottedName(node.object);
  return object === undefined || node.property.type !== 'Identifier'
    ? undefined
    : `${object}.${node.property.name}`;
}

/** Reports each use of the surroundings whose dotted name `forbidden` matches, and `new Date()`. */
function reportAmbient(
  module: Module,
  forbidden: RegExp,
  report: (at: number, message: string) => void,
): void {
  new Visitor({
    NewExpression: (node) => {
      if (dottedName(node.callee) === 'Date' && node.arguments.length === 0)
        report(node.start, 'new Date() reads the clock: take the moment as an argument');
    },
    CallExpression: (node) => {
      const name = dottedName(node.callee);
      if (name === 'Date' || (name !== undefined && forbidden.test(`${name}(`)))
        report(node.start, `${name}() reaches outside: take it as an argument`);
    },
    MemberExpression: (node) => {
      const name = dottedName(node);
      if (name !== undefined && forbidden.test(name))
        report(node.start, `${name} reaches outside: take it as an argument`);
    },
  }).visit(module.program);
}

const ambientInDomain =
  /^(globalThis\.)?(Date\.now|Math\.random|performance\.now|Temporal\.Now\.\w+|crypto\.\w+|fetch|setTimeout|setInterval|queueMicrotask)\($|^(process|window|document|navigator|localStorage|sessionStorage|globalThis|console)\.\w+$/;

const ambientInServer =
  /^(globalThis\.)?(Date\.now|Math\.random|performance\.now|Temporal\.Now\.\w+|crypto\.randomUUID)\($|^(globalThis\.)?process\.\w+$/;

const pureDomain: Rule = {
  name: 'domain reads no clock, chance, network or screen',
  check: perModule(
    (file) => file.startsWith('domain/') && !isTest(file),
    (module, report) => reportAmbient(module, ambientInDomain, report),
  ),
  planted: [
    { 'domain/a.ts': `const t = Date.now();` },
    { 'domain/a.ts': `const t = new Date();` },
    { 'domain/a.ts': `const t = Date();` },
    { 'domain/a.ts': `const t = Temporal.Now.instant();` },
    { 'domain/a.ts': `const n = Math.random();` },
    { 'domain/a.ts': `const id = crypto.randomUUID();` },
    { 'domain/a.ts': `const e = process.env.TZ;` },
    { 'domain/a.ts': `await fetch('/x');` },
    { 'domain/a.ts': `const w = window.innerWidth;` },
  ],
  kept: {
    'domain/a.ts': `export const f = (now: Date) => new Date(now.getTime() + Math.max(1, 2)); const s = { fetch: 1 }; s.fetch;`,
    'domain/a.test.ts': `const t = new Date();`,
  },
};

const pureServer: Rule = {
  name: 'server reads environment, clock and chance only in main.ts and adapters; the rest gets Deps',
  check: perModule(
    (file) =>
      file.startsWith('server/') && file.endsWith('.ts') && !isTest(file) && !isServerEdge(file),
    (module, report) => reportAmbient(module, ambientInServer, report),
  ),
  planted: [
    { 'server/patients/a.ts': `const t = Date.now();` },
    { 'server/patients/a.ts': `const t = new Date();` },
    { 'server/patients/a.ts': `const n = Math.random();` },
    { 'server/patients/a.ts': `const id = crypto.randomUUID();` },
    { 'server/patients/a.ts': `const id = globalThis.crypto.randomUUID();` },
    { 'server/patients/a.ts': `const e = process.env['PORT'];` },
  ],
  kept: {
    'server/patients/a.ts': `const t = deps.now(); const hash = await crypto.subtle.digest('SHA-256', bytes); new Date(0);`,
    'server/main.ts': `const port = process.env['PORT']; const t = new Date();`,
    'server/adapters/postgres.ts': `const t = Date.now();`,
  },
};

const testDatabaseChoice: Rule = {
  name: 'which database the API suite runs on is known to tests/support alone',
  check: perModule(
    (file) => !file.startsWith('tests/support/') && !file.startsWith('tests/architecture/'),
    (module, report) => {
      if (module.path === 'vitest.config.ts') return;
      const at = module.text.indexOf('MESODESK_TEST_DB');
      if (at !== -1) report(at, 'a test that knows its database tests something else');
    },
  ),
  planted: [{ 'server/patients/a.test.ts': `if (process.env['MESODESK_TEST_DB']) skip();` }],
  kept: { 'tests/support/database.ts': `const kind = process.env['MESODESK_TEST_DB'];` },
};

export const purityRules: readonly Rule[] = [pureDomain, pureServer, testDatabaseChoice];
