import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const tool = (...segments) => path.join('node_modules', ...segments);

/** The checks of `npm run check`: each is a program of node_modules, run by the node that runs this. */
export const checks = [
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '-b'] },
  { name: 'lint', args: [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'] },
  { name: 'format', args: [tool('oxfmt', 'bin', 'oxfmt'), '--check'] },
  {
    name: 'dead code',
    args: [tool('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints'],
  },
  {
    name: 'architecture',
    args: [tool('vitest', 'vitest.mjs'), 'run', '--project', 'architecture', '--reporter', 'dot'],
  },
];

/**
 * Runs one program to its end and keeps what it printed.
 * A program that outlives its time is killed together with its children and counts as failed.
 */
export function runProgram(args, { seconds, env = {}, echo = false, command = process.execPath }) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child.pid);
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(() => {
      keep(`\nStopped: not done after ${seconds} s.\n`);
      killGroup(child.pid);
    }, seconds * 1000);
    const finish = (exitCode) => {
      clearTimeout(timer);
      running.delete(child.pid);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ passed: exitCode === 0, output, seconds: (performance.now() - started) / 1000 });
    };
    child.on('error', (error) => {
      keep(`${error.message}\n`);
      finish(-1);
    });
    child.on('close', finish);
    // A database left running by a test holds the pipe open: the program's end counts, not the pipe's.
    child.on('exit', (exitCode) => setTimeout(finish, 2000, exitCode).unref());
  });
}

const running = new Set();

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

// Each program leads a process group of its own, so Ctrl-C has to be passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    for (const pid of running) killGroup(pid);
    process.exit(1);
  });

/** Runs checks side by side; prints a line for each as it ends, and the output of those that failed. */
export async function runChecks(selected) {
  return Promise.all(
    selected.map(async ({ name, args }) => {
      const result = await runProgram(args, { seconds: 180 });
      const verdict = result.passed ? 'ok    ' : 'FAILED';
      const details = result.passed ? '' : `${indent(result.output.trim())}\n`;
      process.stdout.write(
        `${verdict} ${name.padEnd(14)} ${result.seconds.toFixed(1)} s\n${details}`,
      );
      return { name, ...result };
    }),
  );
}

function indent(text) {
  return text.replaceAll(/^/gm, '       ');
}
