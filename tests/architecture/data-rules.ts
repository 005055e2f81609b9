import { Visitor, type ESTree } from 'vite';
import { perModule, type Rule } from './rule.ts';
import {
  isTest,
  modulesOf,
  type Module,
  type SourceFiles,
  type Violation,
} from './source-files.ts';

/** Schema files whose tables belong to a server folder of another name. */
const homes: Readonly<Record<string, string>> = { auth: 'staff', idempotency: 'audit' };

interface Table {
  /** The name in SQL. */
  sqlName: string;
  /** The exported constant. */
  constant: string;
  /** The server folder that alone may write it. */
  home: string;
}

function tablesOf(files: SourceFiles): Table[] {
  const schemaFile = /^server\/db\/schema\/([a-z-]+)\.ts$/;
  return modulesOf(files, (file) => schemaFile.test(file)).flatMap((module) => {
    const area = schemaFile.exec(module.path)?.[1] ?? '';
    const tables: Table[] = [];
    new Visitor({
      VariableDeclarator: ({ id, init }) => {
        if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return;
        const { callee } = init;
        const first = init.arguments[0];
        const makesTable =
          (callee.type === 'Identifier' && callee.name === 'pgTable') ||
          (callee.type === 'MemberExpression' && propertyName(callee) === 'table');
        if (makesTable && first?.type === 'Literal' && typeof first.value === 'string')
          tables.push({ sqlName: first.value, constant: id.name, home: homes[area] ?? area });
      },
    }).visit(module.program);
    return tables;
  });
}

function propertyName(node: ESTree.MemberExpression): string | undefined {
  return !node.computed && node.property.type === 'Identifier' ? node.property.name : undefined;
}

/** The table constant that an argument names: `patients`, `schema.patients` or a renamed import of it. */
function namedTable(
  node: ESTree.Node | undefined,
  imported: Map<string, string>,
): string | undefined {
  if (node?.type === 'Identifier') return imported.get(node.name) ?? node.name;
  return node?.type === 'MemberExpression' ? propertyName(node) : undefined;
}

function importedNames(program: ESTree.Program): Map<string, string> {
  const names = new Map<string, string>();
  new Visitor({
    ImportSpecifier: ({ imported, local }) => {
      if (imported.type === 'Identifier') names.set(local.name, imported.name);
    },
  }).visit(program);
  return names;
}

const writtenInSql =
  /\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?)\s+(?:"?\w+"?\.)?"?(\w+)"?/gi;

function writesOf(module: Module): { at: number; table: (known: Table) => boolean; how: string }[] {
  const writes: { at: number; table: (known: Table) => boolean; how: string }[] = [];
  const imported = importedNames(module.program);
  new Visitor({
    CallExpression: (node) => {
      if (node.callee.type !== 'MemberExpression') return;
      const verb = propertyName(node.callee);
      if (verb !== 'insert' && verb !== 'update' && verb !== 'delete') return;
      const constant = namedTable(node.arguments[0], imported);
      if (constant === undefined) return;
      writes.push({ at: node.start, table: (known) => known.constant === constant, how: verb });
    },
    TemplateElement: (node) => {
      for (const [statement, name] of node.value.raw.matchAll(writtenInSql))
        writes.push({ at: node.start, table: (known) => known.sqlName === name, how: statement });
    },
  }).visit(module.program);
  return writes;
}

function writesElsewhere(files: SourceFiles): Violation[] {
  const tables = tablesOf(files);
  const isVerb = (file: string): boolean =>
    /^server\/[^/]+\/.+\.ts$/.test(file) && !isTest(file) && !/^server\/(db|adapters)\//.test(file);
  return modulesOf(files, isVerb).flatMap((module) => {
    const area = module.path.split('/')[1];
    return writesOf(module).flatMap((write) => {
      const table = tables.find(write.table);
      if (table === undefined || table.home === area) return [];
      const message = `${write.how} on ${table.constant}: only server/${table.home} writes it`;
      return [{ path: module.path, line: module.lineAt(write.at), message }];
    });
  });
}

const schema = {
  'server/db/schema/patients.ts': `export const patients = pgTable('patients', {});`,
  'server/db/schema/auth.ts': `export const authUsers = auth.table('user', {});`,
};

const ownTables: Rule = {
  name: 'a server area writes only its own tables and calls the verbs of other areas',
  check: writesElsewhere,
  planted: [
    { ...schema, 'server/recipes/a.ts': `await tx.db.insert(patients).values(x);` },
    { ...schema, 'server/recipes/a.ts': `await tx.update(schema.patients).set(x);` },
    {
      ...schema,
      'server/recipes/a.ts': `import { patients as p } from '../db/schema/patients.ts'; await tx.delete(p);`,
    },
    { ...schema, 'server/recipes/a.ts': 'await tx.execute(sql`update patients set name = 1`);' },
    { ...schema, 'server/recipes/a.ts': 'await tx.execute(sql`DELETE FROM "patients"`);' },
    { ...schema, 'server/patients/a.ts': `await tx.insert(authUsers).values(x);` },
  ],
  kept: {
    ...schema,
    'server/patients/a.ts': `await tx.insert(patients).values(x); cache.delete(key);`,
    'server/staff/a.ts': `await tx.insert(authUsers).values(x);`,
    'server/recipes/a.ts':
      'await tx.select().from(patients); sql`select * from patients for update`;',
    'server/recipes/a.test.ts': `await db.delete(patients);`,
  },
};

const auditOpens: Rule = {
  name: 'server/audit alone opens transactions, so that none closes without its audit entries',
  check: perModule(
    (file) =>
      file.startsWith('server/') &&
      !isTest(file) &&
      !file.startsWith('server/audit/') &&
      !file.startsWith('server/adapters/') &&
      file !== 'server/db/migrate.ts',
    (module, report) => {
      new Visitor({
        CallExpression: ({ callee, start }) => {
          if (callee.type === 'MemberExpression' && propertyName(callee) === 'transaction')
            report(start, 'open it with transact() of server/audit');
        },
        TemplateElement: ({ value, start }) => {
          if (/^\s*(begin|start transaction|commit|rollback)\b\s*;?\s*$/i.test(value.raw))
            report(start, 'open it with transact() of server/audit');
        },
      }).visit(module.program);
    },
  ),
  planted: [
    { 'server/patients/a.ts': `await deps.db.transaction(async (tx) => tx);` },
    { 'server/patients/a.ts': 'await db.execute(sql`begin`);' },
  ],
  kept: {
    'server/audit/transact.ts': `await db.transaction(work);`,
    'server/db/migrate.ts': `await db.transaction(apply);`,
    'server/patients/a.ts': `await transact(ctx, work); const transaction = 1;`,
  },
};

const queryKeys: Rule = {
  name: 'queryOptions factories in *.queries.ts (or src/lib) are the only home of query keys',
  check: perModule(
    (file) =>
      file.startsWith('src/') && !/\.queries\.tsx?$|^src\/lib\//.test(file) && !isTest(file),
    (module, report) => {
      new Visitor({
        Property: ({ key, value, start }) => {
          const written = value.type === 'ArrayExpression' && value.elements.length > 0;
          if (key.type === 'Identifier' && key.name === 'queryKey' && written)
            report(start, 'take the key from the factory of its *.queries.ts');
        },
      }).visit(module.program);
    },
  ),
  planted: [{ 'src/features/a/a-page.tsx': `useQuery({ queryKey: ['patients'], queryFn });` }],
  kept: {
    'src/features/a/a.queries.ts': `queryOptions({ queryKey: ['patients'], queryFn });`,
    'src/features/a/a.mutations.ts': `client.invalidateQueries({ queryKey: patientKeys.all });`,
  },
};

export const dataRules: readonly Rule[] = [ownTables, auditOpens, queryKeys];
