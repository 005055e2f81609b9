import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor, type ESTree, type ParseResult } from 'vite';

/** The project's text files: path from the project root, with forward slashes, to content. */
export type SourceFiles = ReadonlyMap<string, string>;

/** A place where a rule is broken. */
export interface Violation {
  path: string;
  line: number;
  message: string;
}

/** One import of a module: static, dynamic, re-exporting or in a type. */
export interface Import {
  from: string;
  specifier: string;
  /** Where it points: `src/ui/button.tsx` for a file of the project, else the package's name as written. */
  target: string;
  typesOnly: boolean;
  line: number;
}

/** A parsed TypeScript file. */
export interface Module {
  path: string;
  text: string;
  program: ESTree.Program;
  comments: ParseResult['comments'];
  imports: readonly Import[];
  lineAt: (offset: number) => number;
}

const skippedFolders = new Set(['node_modules', 'dist', 'data', '.cache', '.git', 'test-results']);
const textFile = /\.(ts|tsx|mjs|js|json|css|html|md|sql|yml|yaml|csv|txt|svg)$|(^|\/)run$/;

/** Reads every text file of the project below `root`. */
export function readProject(root: string): SourceFiles {
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const at = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skippedFolders.has(at) && entry.name !== 'node_modules') visit(at);
      } else if (entry.isFile() && textFile.test(at)) {
        files.set(at, readFileSync(path.join(root, at), 'utf8'));
      }
    }
  };
  visit('');
  return files;
}

/** Is it TypeScript or JavaScript that we wrote? */
export function isCode(file: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(file);
}

/** Is it a test, or something that only tests use? */
export function isTest(file: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('tests/');
}

/** The first folder of a path, or '' for a file at the root. */
export function topFolder(file: string): string {
  const slash = file.indexOf('/');
  return slash === -1 ? '' : file.slice(0, slash);
}

const parsed = new Map<string, Module>();

/** Parses the code files, each text once. */
export function modulesOf(files: SourceFiles, where: (file: string) => boolean): Module[] {
  return [...files]
    .filter(([file]) => isCode(file) && where(file))
    .map(([file, text]) => parse(file, text));
}

function parse(file: string, text: string): Module {
  const key = `${file}\n${text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const result = parseSync(file, text);
  if (result.errors[0] !== undefined) throw new Error(`${file}: ${result.errors[0].message}`);
  const lineAt = lineCounter(text);
  const module: Module = {
    path: file,
    text,
    program: result.program,
    comments: result.comments,
    imports: importsOf(file, result.program, lineAt),
    lineAt,
  };
  parsed.set(key, module);
  return module;
}

function lineCounter(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length;
}

function importsOf(
  file: string,
  program: ESTree.Program,
  lineAt: (offset: number) => number,
): Import[] {
  const imports: Import[] = [];
  const add = (source: ESTree.Node, typesOnly: boolean): void => {
    if (source.type !== 'Literal' || typeof source.value !== 'string') return;
    const target = resolveTarget(file, source.value);
    const line = lineAt(source.start);
    imports.push({ from: file, specifier: source.value, target, typesOnly, line });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.source, node.exportKind === 'type');
    },
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
  }).visit(program);
  return imports;
}

const ownFolders = new Set(['domain', 'server', 'src', 'mocks', 'tests']);

function resolveTarget(file: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(file), bare);
  const own = bare.startsWith('#') ? bare.slice(1) : '';
  return ownFolders.has(topFolder(own)) ? own : bare;
}
