import { stripVTControlCharacters } from 'node:util';

/**
 * What a suite came to, counted from its runner's own report.
 * @typedef {{ passed: number, failed: number, skipped: number, flaky: string[], failures: string[] }} Outcome
 */

/** The sums of several outcomes. */
export function addUp(outcomes) {
  return {
    passed: outcomes.reduce((sum, one) => sum + one.passed, 0),
    failed: outcomes.reduce((sum, one) => sum + one.failed, 0),
    skipped: outcomes.reduce((sum, one) => sum + one.skipped, 0),
    flaky: outcomes.flatMap((one) => one.flaky),
    failures: outcomes.flatMap((one) => one.failures),
  };
}

/** One thing that passed or failed as a whole: a check, a build, a runner that left no report. */
export function single(name, passed) {
  return {
    passed: passed ? 1 : 0,
    failed: passed ? 0 : 1,
    skipped: 0,
    flaky: [],
    failures: passed ? [] : [name],
  };
}

/**
 * Reads Vitest's JSON report. A file that could not even be loaded has no tests in it, so it counts
 * as one failure; so does a run that failed (an unhandled error) while every test passed.
 */
export function fromVitest(report, exitedWell) {
  const files = report.testResults.map((file) => {
    const tests = file.assertionResults;
    const failures = tests
      .filter((one) => one.status === 'failed')
      .map((one) => withReason(one.fullName, one.failureMessages?.[0]));
    if (file.status === 'failed' && failures.length === 0) failures.push(file.name);
    return {
      passed: tests.filter((one) => one.status === 'passed').length,
      failed: failures.length,
      skipped: tests.filter((one) => one.status !== 'passed' && one.status !== 'failed').length,
      flaky: [],
      failures,
    };
  });
  return withRunner(addUp(files), exitedWell);
}

/** Reads Playwright's JSON report. A test that passed only on a later try is passed and named as flaky. */
export function fromPlaywright(report, exitedWell) {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []));
  const failures = tests
    .filter((one) => one.status === 'unexpected')
    .map((one) => withReason(one.name, one.reason));
  const flaky = tests.filter((one) => one.status === 'flaky').map((one) => one.name);
  const errors = report.errors.map((error) => firstLine(error.message ?? 'error outside a test'));
  return withRunner(
    {
      passed: tests.filter((one) => one.status === 'expected').length + flaky.length,
      failed: failures.length + errors.length,
      skipped: tests.filter((one) => one.status === 'skipped').length,
      flaky,
      failures: [...failures, ...errors],
    },
    exitedWell,
  );
}

function testsOf(suite, path) {
  const here = [...path, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((one) => ({
      name: [...here, spec.title].join(' > '),
      status: one.status,
      reason: reasonOf(one.results?.at(-1)?.errors?.[0]),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, here))];
}

/** What an error of Playwright says, and the line of the test that it came from. */
function reasonOf(error) {
  if (error === undefined) return '';
  const line = error.location === undefined ? '' : ` (line ${error.location.line})`;
  return `${error.message ?? error.value ?? ''}${line}`;
}

/** The name of a failed test with what went wrong on one line, for whoever sees the closing lines alone. */
function withReason(name, reason) {
  if (!reason) return name;
  const words = stripVTControlCharacters(reason).replaceAll(/\s+/g, ' ').trim();
  return `${name}: ${words.length > 500 ? `${words.slice(0, 240)} … ${words.slice(-240)}` : words}`;
}

function withRunner(outcome, exitedWell) {
  const unexplained = !exitedWell && outcome.failed === 0;
  return unexplained ? addUp([outcome, single('the runner itself failed', false)]) : outcome;
}

function firstLine(text) {
  return text.split('\n')[0];
}
