import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataRules } from './data-rules.ts';
import { importRules } from './import-rules.ts';
import { purityRules } from './purity-rules.ts';
import { shapeRules } from './shape-rules.ts';
import { readProject } from './source-files.ts';
import { textRules } from './text-rules.ts';

const rules = [...importRules, ...purityRules, ...dataRules, ...shapeRules, ...textRules];
const project = readProject(path.resolve(import.meta.dirname, '../..'));

test('the project was read', () => {
  expect(project.has('package.json')).toBe(true);
  expect([...project.keys()].filter((file) => file.startsWith('domain/')).length).toBeGreaterThan(
    0,
  );
});

for (const { name, check, planted, kept } of rules)
  describe(name, () => {
    test('holds in the project', () => {
      const found = check(project).map((one) => `${one.path}:${one.line}  ${one.message}`);
      expect(found).toEqual([]);
    });

    test('is seen broken in every planted violation, and kept beside them', () => {
      expect(planted.length).toBeGreaterThan(0);
      for (const files of planted)
        expect(check(new Map(Object.entries(files))), JSON.stringify(files)).toHaveLength(1);
      expect(check(new Map(Object.entries(kept)))).toEqual([]);
    });
  });
