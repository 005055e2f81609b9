import { Visitor, type ESTree } from 'vite';
import { perModule, type Rule } from './rule.ts';
import { isCode, isTest, type Module } from './source-files.ts';

const anyCode = (): boolean => true;

/** Files that tools oblige to have a default export. */
const isToolConfig = (file: string): boolean => /(^|\/)[a-z-]+\.config\.(ts|mjs)$/.test(file);

const noDefaults: Rule = {
  name: 'no default exports, except where a tool reads one',
  check: perModule(
    (file) => !isToolConfig(file),
    (module, report) => {
      for (const node of module.program.body) {
        const isDefault =
          node.type === 'ExportDefaultDeclaration' ||
          (node.type === 'ExportNamedDeclaration' &&
            node.specifiers.some(
              ({ exported }) => exported.type === 'Identifier' && exported.name === 'default',
            ));
        if (isDefault) report(node.start, 'export it by its name');
      }
    },
  ),
  planted: [
    { 'src/ui/a.tsx': `export default function A() {}` },
    { 'src/ui/a.tsx': `const a = 1; export { a as default };` },
  ],
  kept: { 'vite.config.ts': `export default {};`, 'src/ui/a.tsx': `export function A() {}` },
};

const noBarrels: Rule = {
  name: 'no barrels: a file has something of its own, and none is called index',
  check: perModule(anyCode, (module, report) => {
    const { body } = module.program;
    const passesOn = (node: ESTree.Node): boolean =>
      node.type === 'ExportAllDeclaration' ||
      (node.type === 'ExportNamedDeclaration' && node.declaration === null);
    const exportsAll = body.find((node) => node.type === 'ExportAllDeclaration');
    const onlyPassesOn =
      body.some(passesOn) &&
      body.every((node) => passesOn(node) || node.type === 'ImportDeclaration');
    if (/(^|\/)index\.\w+$/.test(module.path)) report(0, 'name the file after what is in it');
    else if (onlyPassesOn) report(0, 'import from where the thing is made');
    else if (exportsAll !== undefined) report(exportsAll.start, 'name what you export');
  }),
  planted: [
    { 'src/ui/index.ts': `export const a = 1;` },
    { 'src/ui/all.ts': `export { A } from './a.tsx'; export { B } from './b.tsx';` },
    { 'src/ui/all.ts': `import { A } from './a.tsx'; export { A };` },
    { 'src/ui/all.ts': `export * from './a.tsx'; export const b = 1;` },
  ],
  kept: { 'src/ui/a.ts': `import { b } from './b.ts'; const a = b + 1; export { a };` },
};

const vagueNames = new Set(
  'util utils misc helper helpers internal internals common stuff data2 temp tmp'.split(' '),
);

const clearNames: Rule = {
  name: 'files and folders are kebab-case and say what they hold (no utils, misc, helpers, internal)',
  check: (files) =>
    [...files.keys()].flatMap((file) => {
      const parts = file.split('/');
      if (parts.length < 2 || !/\.(ts|tsx|mjs|css)$/.test(file)) return [];
      const words = parts.flatMap((part) => part.split('.'));
      const wrong = words.find((word) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word));
      if (wrong !== undefined)
        return [{ path: file, line: 1, message: `"${wrong}" is not kebab-case` }];
      const vague = words.find((word) => vagueNames.has(word));
      return vague === undefined
        ? []
        : [{ path: file, line: 1, message: `"${vague}" does not say what is in it` }];
    }),
  planted: [
    { 'src/ui/DataTable.tsx': '' },
    { 'src/ui/data_table.module.css': '' },
    { 'domain/sharedThings/a.ts': '' },
    { 'src/lib/utils.ts': '' },
    { 'server/helpers/a.ts': '' },
    { 'server/patients/data2.ts': '' },
    { 'tests/support/misc.test.ts': '' },
  ],
  kept: {
    'src/features/patients/patient-table.module.css': '',
    'src/features/patients/patients.queries.ts': '',
    'README.md': '',
  },
};

const largest = 300;
const largestTest = 500;

/** Files that may be longer than the limits, each with the reason. */
const longFiles: Readonly<Record<string, string>> = {};

const sizes: Rule = {
  name: `code files have at most ${largest} lines, tests ${largestTest}, except those listed with a reason`,
  check: (files) =>
    [...files].flatMap(([file, text]) => {
      if (!isCode(file) && !file.endsWith('.css')) return [];
      const lines = text.trimEnd().split('\n').length;
      const limit = isTest(file) ? largestTest : largest;
      if (lines <= limit || longFiles[file] !== undefined) return [];
      return [{ path: file, line: lines, message: `${lines} lines: split it by reason to change` }];
    }),
  planted: [
    { 'src/ui/a.tsx': 'x\n'.repeat(largest + 1) },
    { 'src/ui/a.css': 'x\n'.repeat(largest + 1) },
    { 'src/ui/a.test.ts': 'x\n'.repeat(largestTest + 1) },
  ],
  kept: { 'src/ui/a.test.ts': 'x\n'.repeat(largest + 1), 'src/ui/a.ts': 'x' },
};

const typeHoles: Rule = {
  name: 'no any, no cast through unknown, no @ts-ignore',
  check: perModule(anyCode, (module, report) => {
    new Visitor({
      TSAnyKeyword: (node) => report(node.start, 'any switches the compiler off'),
      TSTypeAssertion: (node) => report(node.start, 'write "as", and why'),
      TSAsExpression: (node) => {
        if (node.expression.type === 'TSAsExpression') report(node.start, 'a cast through a cast');
      },
    }).visit(module.program);
    for (const comment of module.comments)
      if (/^\s*@ts-(ignore|nocheck)/.test(comment.value))
        report(comment.start, 'use @ts-expect-error with a reason');
  }),
  planted: [
    { 'src/a.ts': `let a: any;` },
    { 'src/a.ts': `const a = b as unknown as string;` },
    { 'src/a.ts': `const a = <string>b;` },
    { 'src/a.ts': `// @ts-ignore\nf();` },
  ],
  kept: { 'src/a.ts': `const any = 'any'; const a: unknown = any as string;` },
};

/** The comment that ends on the line of `at` or the line above, inside or outside the statement. */
function hasCommentAt(module: Module, line: number): boolean {
  return module.comments.some((comment) => {
    const end = module.lineAt(comment.end);
    return end === line || end === line - 1;
  });
}

const explainedCasts: Rule = {
  name: 'a cast outside tests says why it is right, in a comment on its line or the one above',
  check: perModule(
    (file) => !isTest(file),
    (module, report) => {
      new Visitor({
        TSAsExpression: ({ start, end, typeAnnotation }) => {
          if (module.text.slice(typeAnnotation.start, end) === 'const') return;
          const explained = [start, end].some((at) => hasCommentAt(module, module.lineAt(at)));
          if (!explained) report(start, 'say why, or narrow with a check or a schema');
        },
      }).visit(module.program);
    },
  ),
  planted: [{ 'src/a.ts': `// far away\n\nconst a = f() as string;` }],
  kept: {
    'src/a.ts': `// The schema has just checked it.\nconst a = f() as string;\nconst b = [1] as const;`,
    'src/a.test.ts': `const a = f() as string;`,
  },
};

const noLeftovers: Rule = {
  name: 'no TODO, FIXME, XXX or HACK, and a switched-off lint rule says why',
  check: perModule(anyCode, (module, report) => {
    for (const comment of module.comments) {
      if (/\b(TODO|FIXME|XXX|HACK)\b/.test(comment.value))
        report(comment.start, 'do it or drop it');
      if (/^\s*(ox|es)lint-disable/.test(comment.value) && !/ -- \S/.test(comment.value))
        report(comment.start, 'add " -- " and the reason');
    }
  }),
  planted: [
    { 'src/a.ts': `// TODO: later` },
    { 'src/a.ts': `/* FIXME */` },
    { 'src/a.ts': `// oxlint-disable-next-line no-console\nf();` },
  ],
  kept: {
    'src/a.ts': `// oxlint-disable-next-line no-console -- the one line a start may print\nf('TODO');`,
  },
};

const shortComments: Rule = {
  name: 'comments have three lines at most; longer thoughts belong in a docstring or the README',
  check: perModule(anyCode, (module, report) => {
    let run = 0;
    let previousLine = -1;
    for (const comment of module.comments) {
      const line = module.lineAt(comment.start);
      const alone = module.text.slice(0, comment.start).split('\n').at(-1)?.trim() === '';
      run = comment.type === 'Line' && alone && line === previousLine + 1 ? run + 1 : 1;
      previousLine = line;
      const isDocstring = comment.type === 'Block' && comment.value.startsWith('*');
      const lines = comment.type === 'Block' ? comment.value.split('\n').length : run;
      if (!isDocstring && (comment.type === 'Block' ? lines > 3 : lines === 4))
        report(comment.start, 'shorten it to the why');
    }
  }),
  planted: [{ 'src/a.ts': `// a\n// b\n// c\n// d\nf();` }, { 'src/a.ts': `/* a\n b\n c\n d */` }],
  kept: { 'src/a.ts': `/**\n * a\n * b\n * c\n */\nf();\n// a\n// b\n// c\ng();` },
};

function isFunction(node: ESTree.Node | null): boolean {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
}

/** The functions a statement exports. */
function exportedFunctions(node: ESTree.Node): string[] {
  if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) return [];
  const { declaration } = node;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'TSDeclareFunction')
    return declaration.id === null ? [] : [declaration.id.name];
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && isFunction(init) ? [id.name] : [],
  );
}

const docstrings: Rule = {
  name: 'public functions of domain and server carry a docstring: meaning, units, errors, source',
  check: perModule(
    (file) => /^(domain|server)\//.test(file) && !isTest(file),
    (module, report) => {
      const seen = new Set<string>();
      for (const node of module.program.body) {
        const documented = module.comments.some(
          (comment) =>
            comment.type === 'Block' &&
            comment.value.startsWith('*') &&
            comment.end <= node.start &&
            module.text.slice(comment.end, node.start).trim() === '',
        );
        for (const name of exportedFunctions(node)) {
          if (!documented && !seen.has(name)) report(node.start, `${name} has no docstring`);
          seen.add(name);
        }
      }
    },
  ),
  planted: [
    { 'domain/a.ts': `export function f() {}` },
    { 'server/a.ts': `// no docstring\nexport const f = async () => 1;` },
    { 'server/a.ts': `/** Of another. */\nconst a = 1;\nexport function f() {}` },
  ],
  kept: {
    'domain/a.ts': `/** What it means. */\nexport function f() {}\n/** Also. */\nexport const g = () => 1;\nexport const list = [];`,
    'src/a.ts': `export function f() {}`,
  },
};

export const shapeRules: readonly Rule[] = [
  noDefaults,
  noBarrels,
  clearNames,
  sizes,
  typeHoles,
  explainedCasts,
  noLeftovers,
  shortComments,
  docstrings,
];
