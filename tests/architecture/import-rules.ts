import { perImport, type Rule } from './rule.ts';
import { isTest, topFolder } from './source-files.ts';

const folders = new Set(['domain', 'server', 'src', 'mocks', 'tests']);

const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  server: ['domain', 'server'],
  src: ['domain', 'src', 'server'],
  mocks: ['domain', 'server', 'mocks'],
  tests: ['domain', 'server', 'src', 'mocks', 'tests'],
};

const anyCode = (): boolean => true;
const inFolder =
  (folder: string) =>
  (file: string): boolean =>
    file.startsWith(`${folder}/`);
const inProduct =
  (folder: string) =>
  (file: string): boolean =>
    file.startsWith(`${folder}/`) && !isTest(file);

/** The feature a path belongs to, or undefined outside src/features. */
function featureOf(file: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1];
}

const directions: Rule = {
  name: 'imports go one way: domain ← server ← mocks ← tests, and domain ← src',
  check: perImport(anyCode, ({ from, target }) => {
    const home = topFolder(from);
    const goal = topFolder(target);
    if (!folders.has(home) || !folders.has(goal)) return undefined;
    if (isTest(from) && target.startsWith('tests/support/')) return undefined;
    return mayImport[home]?.includes(goal) === true
      ? undefined
      : `${home}/ must not import ${target}`;
  }),
  planted: [
    { 'domain/a.ts': `import { x } from '#server/deps.ts';` },
    { 'domain/a.ts': `type X = import('#src/ui/x.tsx').X;` },
    { 'server/patients/a.ts': `import type { x } from '#src/lib/api.ts';` },
    { 'server/patients/a.ts': `const x = await import('../../mocks/start.ts');` },
    { 'src/main.tsx': `export { x } from '#mocks/faults.ts';` },
    { 'mocks/start.ts': `import '#tests/support/x.ts';` },
    { 'domain/a.ts': `import { x } from '#tests/support/x.ts';` },
  ],
  kept: {
    'domain/a/a.ts': `import { x } from '../shared/x.ts'; import { y } from '#domain/b/y.ts';`,
    'domain/a/a.test.ts': `import { x } from '#tests/support/x.ts';`,
    'server/a/a.ts': `import { x } from '#domain/a/a.ts';`,
    'mocks/start.ts': `import { x } from '#server/app.ts';`,
    'tests/e2e/a.spec.ts': `import { x } from '#mocks/start.ts'; import { y } from '#src/lib/y.ts';`,
  },
};

const packageImports: Rule = {
  name: 'another top folder is imported by its # name, not by a relative path',
  check: perImport(anyCode, ({ from, specifier, target }) =>
    specifier.startsWith('.') &&
    folders.has(topFolder(from)) &&
    topFolder(target) !== topFolder(from)
      ? `write #${target} instead of ${specifier}`
      : undefined,
  ),
  planted: [{ 'server/patients/a.ts': `import { x } from '../../domain/x.ts';` }],
  kept: { 'server/patients/a.ts': `import { x } from '../http/x.ts';` },
};

const serverTypes: Rule = {
  name: 'src/lib/api.ts alone imports from server, and types only',
  check: perImport(inProduct('src'), ({ from, target, typesOnly }) => {
    if (topFolder(target) !== 'server') return undefined;
    if (from !== 'src/lib/api.ts') return `only src/lib/api.ts may name ${target}`;
    return typesOnly ? undefined : `${target} must be imported with "import type"`;
  }),
  planted: [
    { 'src/lib/api.ts': `import { createApp } from '#server/app.ts';` },
    { 'src/lib/api.ts': `import { type Api, createApp } from '#server/app.ts';` },
    { 'src/features/patients/a.ts': `import type { Api } from '#server/app.ts';` },
  ],
  kept: { 'src/lib/api.ts': `import type { Api } from '#server/app.ts';` },
};

const mocksStart: Rule = {
  name: 'src/main.tsx alone starts the mocks',
  check: perImport(anyCode, ({ from, target }) =>
    target === '#start-mocks' && from !== 'src/main.tsx'
      ? 'only src/main.tsx may import #start-mocks'
      : undefined,
  ),
  planted: [{ 'src/lib/api.ts': `await import('#start-mocks');` }],
  kept: { 'src/main.tsx': `import { startMocks } from '#start-mocks';` },
};

const featuresApart: Rule = {
  name: 'features never import each other, nor routes; routes compose them',
  check: perImport(inFolder('src/features'), ({ from, target }) => {
    const goal = featureOf(target);
    if (goal !== undefined && goal !== featureOf(from))
      return `feature ${featureOf(from)} must not import feature ${goal}`;
    return target.startsWith('src/routes/') ? 'a feature must not import a route' : undefined;
  }),
  planted: [
    { 'src/features/patients/a.tsx': `import { B } from '#src/features/recipes/b.tsx';` },
    { 'src/features/patients/a.tsx': `import { B } from '../recipes/b.tsx';` },
    { 'src/features/patients/a.tsx': `import { B } from '#src/routes/patients.tsx';` },
  ],
  kept: {
    'src/features/patients/a.tsx': `import { B } from './b.tsx'; import { C } from '#src/ui/c.tsx';`,
    'src/routes/patients.tsx': `import { A } from '#src/features/patients/a.tsx';`,
  },
};

const uiBelow: Rule = {
  name: 'src/ui stands below features, routes and lib (ui/clinic may ask the API), src/lib below all',
  check: perImport(
    (file) => (inProduct('src/ui')(file) || inProduct('src/lib')(file)) && !isTest(file),
    ({ from, target }) => {
      const above = /^src\/(features|routes|gallery)\/|^src\/main\.tsx$/.test(target);
      if (above) return `${target} stands above ${from}`;
      if (from.startsWith('src/lib/'))
        return target.startsWith('src/ui/') ? `src/lib must not import ${target}` : undefined;
      return target.startsWith('src/lib/') && !from.startsWith('src/ui/clinic/')
        ? `a primitive gets ${target} by its props`
        : undefined;
    },
  ),
  planted: [
    { 'src/ui/button.tsx': `import { A } from '#src/features/patients/a.tsx';` },
    { 'src/ui/button.tsx': `import { R } from '#src/routes/root.tsx';` },
    { 'src/ui/button.tsx': `import { api } from '#src/lib/api.ts';` },
    { 'src/lib/problem.ts': `import { Toast } from '#src/ui/toast.tsx';` },
    { 'src/lib/problem.ts': `import { A } from '#src/features/patients/a.tsx';` },
  ],
  kept: {
    'src/ui/button.tsx': `import css from './button.module.css'; import { x } from '#domain/shared/x.ts';`,
    'src/ui/clinic/patient-picker.tsx': `import { api } from '#src/lib/api.ts';`,
  },
};

const domainPackages =
  /^(zod\/mini|libphonenumber-js(\/.+)?|temporal-polyfill(\/.+)?|csv-parse(\/.+)?)$/;

const pureDomain: Rule = {
  name: 'domain imports only zod/mini, libphonenumber-js, temporal-polyfill, csv-parse and domain',
  check: perImport(inProduct('domain'), ({ target }) =>
    target.startsWith('domain/') || domainPackages.test(target)
      ? undefined
      : `domain must not import ${target}`,
  ),
  planted: [
    { 'domain/a.ts': `import { useState } from 'react';` },
    { 'domain/a.ts': `import { readFileSync } from 'node:fs';` },
    { 'domain/a.ts': `import * as z from 'zod';` },
    { 'domain/a.ts': `import { sql } from 'drizzle-orm';` },
  ],
  kept: {
    'domain/a.ts': `import * as z from 'zod/mini'; import { Temporal } from 'temporal-polyfill'; import { parse } from 'csv-parse/sync';`,
    'domain/a.test.ts': `import { expect } from 'vitest';`,
  },
};

const zodMini: Rule = {
  name: 'zod is used in its mini form, which costs a quarter of the bytes',
  check: perImport(anyCode, ({ target }) =>
    target === 'zod' || target === 'zod/v4' ? `import from 'zod/mini'` : undefined,
  ),
  planted: [{ 'src/lib/a.ts': `import { z } from 'zod';` }],
  kept: { 'src/lib/a.ts': `import * as z from 'zod/mini';` },
};

const webServer: Rule = {
  name: 'server uses node: modules only in main.ts and adapters, since it runs in the browser too',
  check: perImport(
    (file) => inProduct('server')(file) && file.endsWith('.ts') && !isServerEdge(file),
    ({ target }) =>
      target.startsWith('node:') || target === 'pg' || target.startsWith('@hono/node-server')
        ? `${target} belongs in server/main.ts or server/adapters`
        : undefined,
  ),
  planted: [
    { 'server/patients/a.ts': `import { randomUUID } from 'node:crypto';` },
    { 'server/patients/a.ts': `import { Pool } from 'pg';` },
  ],
  kept: {
    'server/main.ts': `import { readFileSync } from 'node:fs';`,
    'server/adapters/postgres.ts': `import { Pool } from 'pg';`,
    'server/patients/a.test.ts': `import { readFileSync } from 'node:fs';`,
  },
};

/** The edge of the server: the only code that may touch the machine. */
export function isServerEdge(file: string): boolean {
  return file === 'server/main.ts' || file.startsWith('server/adapters/');
}

export const importRules: readonly Rule[] = [
  directions,
  packageImports,
  serverTypes,
  mocksStart,
  featuresApart,
  uiBelow,
  pureDomain,
  zodMini,
  webServer,
];
