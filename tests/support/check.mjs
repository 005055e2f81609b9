import { checks, runChecks } from './checks.mjs';

const results = await runChecks(checks);
process.exitCode = results.every((result) => result.passed) ? 0 : 1;
