import { describe, expect, test } from 'vitest';
import { addUp, fromPlaywright, fromVitest, single } from './test-reports.mjs';

const vitestTest = (status, fullName = status) => ({ status, fullName });

describe('the report of Vitest', () => {
  test('counts tests, not files', () => {
    const file = {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: ['passed', 'passed', 'failed', 'pending', 'todo'].map((one) =>
        vitestTest(one),
      ),
    };
    expect(fromVitest({ testResults: [file] }, false)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
      flaky: [],
      failures: ['failed'],
    });
  });

  test('says on one line why a test failed, in so many words at most', () => {
    const failed = {
      ...vitestTest('failed'),
      failureMessages: [`Error: ${'long '.repeat(200)}end`],
    };
    const file = { name: 'a.test.ts', status: 'failed', assertionResults: [failed] };
    const [failure] = fromVitest({ testResults: [file] }, false).failures;
    expect(failure).toMatch(/^failed: Error: long .* … .* end$/);
    expect(failure?.length).toBeLessThan(500);
  });

  test('counts a file that could not be loaded as one failure', () => {
    const broken = { name: 'broken.test.ts', status: 'failed', assertionResults: [] };
    const sums = fromVitest({ testResults: [broken] }, false);
    expect(sums).toMatchObject({ passed: 0, failed: 1, failures: ['broken.test.ts'] });
  });

  test('counts a failed run without a failed test as a failure', () => {
    const file = { name: 'a.test.ts', status: 'passed', assertionResults: [vitestTest('passed')] };
    expect(fromVitest({ testResults: [file] }, false)).toMatchObject({ passed: 1, failed: 1 });
    expect(fromVitest({ testResults: [file] }, true)).toMatchObject({ passed: 1, failed: 0 });
  });
});

describe('the report of Playwright', () => {
  const spec = (title, status) => ({ title, tests: [{ status }] });
  const suites = [
    {
      title: 'a.spec.ts',
      specs: [spec('one', 'expected'), spec('two', 'skipped')],
      suites: [{ title: 'inner', specs: [spec('three', 'flaky'), spec('four', 'unexpected')] }],
    },
  ];

  test('names what failed and what passed only on a second try', () => {
    expect(fromPlaywright({ suites, errors: [] }, false)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      flaky: ['a.spec.ts > inner > three'],
      failures: ['a.spec.ts > inner > four'],
    });
  });

  test('says on one line why a test failed, and where', () => {
    const error = {
      message: '\u001B[31mError\u001B[39m: expected\n  1, received 2',
      location: { line: 7 },
    };
    const results = [{ errors: [] }, { errors: [error] }];
    const failing = { title: 'one', tests: [{ status: 'unexpected', results }] };
    const report = { suites: [{ title: 'a.spec.ts', specs: [failing] }], errors: [] };
    expect(fromPlaywright(report, false).failures).toEqual([
      'a.spec.ts > one: Error: expected 1, received 2 (line 7)',
    ]);
  });

  test('counts an error outside every test', () => {
    const errors = [{ message: 'Error: cannot load\nat x' }];
    const sums = fromPlaywright({ suites: [], errors }, false);
    expect(sums).toMatchObject({ passed: 0, failed: 1, failures: ['Error: cannot load'] });
  });
});

test('sums add up over suites', () => {
  const total = addUp([single('types', true), single('lint', false), single('build', true)]);
  expect(total).toEqual({ passed: 2, failed: 1, skipped: 0, flaky: [], failures: ['lint'] });
});
