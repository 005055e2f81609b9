import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checks, projectRoot, runChecks, runProgram } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { shippedMocks } from './shipped-mocks.mjs';
import { addUp, fromPlaywright, fromVitest, single } from './test-reports.mjs';

// `npm test` runs every suite in this order; names after `node tests/support/run-tests.mjs` choose some.
// The time limits of all of them together stay below an hour.
const suites = {
  checks: async () => {
    // The architecture check is a test suite too, and runs with the unit tests below.
    const results = await runChecks(checks.filter(({ name }) => name !== 'architecture'));
    return addUp(results.map(({ name, passed }) => single(name, passed)));
  },
  unit: () => vitest('unit', ['unit', 'architecture'], 720),
  embedded: () => vitest('embedded', ['embedded', 'adapters'], 720),
  build: async () => {
    // npm tells its scripts where it lies; without it (run by hand) the one on the PATH will do.
    const npm = process.env.npm_execpath;
    const [command, args] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
    const run = { seconds: 240, echo: true, command };
    const result = await runProgram([...args, 'run', 'build'], run);
    if (!result.passed) return single('npm run build', false);
    const mocks = shippedMocks(path.join(projectRoot, 'dist', 'app'));
    for (const file of mocks) console.log(`ships a mock: ${file}`);
    return addUp([
      single('npm run build', true),
      single('the production build ships no mocks', mocks.length === 0),
    ]);
  },
  e2e: async () => {
    if (!hasFile('tests/e2e', '.spec.ts')) return single('tests/e2e has no tests', false);
    let chromium;
    try {
      chromium = await findChromium();
    } catch (error) {
      console.log(error.message);
      return single(error.message, false);
    }
    const runner = ['node_modules/@playwright/test/cli.js', 'test'];
    return reported('e2e', runner, fromPlaywright, 1080, { CHROMIUM_PATH: chromium });
  },
};

const reportFolder = path.join(projectRoot, '.cache', 'test-reports');

function vitest(name, projects, seconds) {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
  args.push(`--outputFile.json=${path.join(reportFolder, `${name}.json`)}`);
  for (const project of projects) args.push('--project', project);
  return reported(name, args, fromVitest, seconds);
}

/** Runs a test runner and counts its report; without a readable report it has failed. */
async function reported(name, args, count, seconds, env = {}) {
  const file = path.join(reportFolder, `${name}.json`);
  rmSync(file, { force: true });
  const run = await runProgram(args, { seconds, env, echo: true });
  try {
    const outcome = count(JSON.parse(readFileSync(file, 'utf8')), run.passed);
    if (outcome.passed + outcome.failed > 0) return outcome;
    return single(`${name}: no test ran`, false);
  } catch (error) {
    console.log(error.message);
    return single(`${name}: the runner left no report`, false);
  }
}

function hasFile(folder, ending) {
  const at = path.join(projectRoot, folder);
  return (
    existsSync(at) && readdirSync(at, { recursive: true }).some((file) => file.endsWith(ending))
  );
}

async function runSuites(names) {
  const lines = [];
  const outcomes = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const started = performance.now();
    const outcome = await suites[name]();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const skipped = outcome.skipped === 0 ? '' : `, ${outcome.skipped} skipped`;
    const sums = `${outcome.passed} passed, ${outcome.failed} failed${skipped}`;
    lines.push(`${name.padEnd(10)} ${sums} (${seconds} s)`);
    outcomes.push(outcome);
  }
  return { lines, total: addUp(outcomes) };
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(suites, name));
if (unknown !== undefined) {
  console.log(`There is no suite "${unknown}". There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

mkdirSync(reportFolder, { recursive: true });
const summaryFile = path.join(reportFolder, 'summary.txt');
rmSync(summaryFile, { force: true });
const { lines, total } = await runSuites(chosen.length > 0 ? chosen : Object.keys(suites));
console.log(`\n${lines.join('\n')}`);
for (const name of total.failures) console.log(`FAILED  ${name}`);
for (const name of total.flaky) console.log(`FLAKY   ${name} (passed only on a second try)`);
const closing = `${total.passed} passed, ${total.failed} failed`;
writeFileSync(summaryFile, `${closing}\n`);
console.log(closing);
process.exitCode = total.failed === 0 ? 0 : 1;
