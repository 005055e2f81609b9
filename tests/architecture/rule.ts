import { modulesOf, type Module, type SourceFiles, type Violation } from './source-files.ts';

/** A wall of the house: finds where it is broken, and carries the proof that it does. */
export interface Rule {
  /** What must hold, as one sentence. */
  name: string;
  check: (files: SourceFiles) => Violation[];
  /** Small projects that break the rule once each, path to text. */
  planted: readonly Readonly<Record<string, string>>[];
  /** A small project that comes close and keeps the rule. */
  kept: Readonly<Record<string, string>>;
}

/** A check that looks at one module at a time; `report` takes an offset in its text, or a line. */
export function perModule(
  where: (file: string) => boolean,
  look: (module: Module, report: (at: number, message: string) => void) => void,
): Rule['check'] {
  return (files) =>
    modulesOf(files, where).flatMap((module) => {
      const found: Violation[] = [];
      look(module, (at, message) =>
        found.push({ path: module.path, line: module.lineAt(at), message }),
      );
      return found;
    });
}

/** A check on imports alone: `forbid` returns why an import is forbidden, or undefined. */
export function perImport(
  where: (file: string) => boolean,
  forbid: (entry: Module['imports'][number]) => string | undefined,
): Rule['check'] {
  return (files) =>
    modulesOf(files, where).flatMap((module) =>
      module.imports.flatMap((entry) => {
        const message = forbid(entry);
        return message === undefined ? [] : [{ path: module.path, line: entry.line, message }];
      }),
    );
}
