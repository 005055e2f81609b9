import { defineConfig } from 'vitest/config';

const apiSuite = ['server/**/*.test.ts', 'tests/api/**/*.test.ts'];
const adapters = ['server/adapters/**/*.test.ts'];
const setupFiles = ['tests/support/fail-on-console-error.ts'];

export default defineConfig({
  cacheDir: '.cache/vite-tests',
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{domain,src,mocks,tests}/**/*.test.{ts,tsx,mjs}', ...apiSuite],
          exclude: [...adapters, 'tests/architecture/**', 'tests/e2e/**'],
          setupFiles,
          // The files of a worker share its loaded modules: PGlite alone costs half a second to load.
          pool: 'threads',
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'embedded',
          include: apiSuite,
          exclude: adapters,
          setupFiles,
          globalSetup: ['tests/support/embedded-database.ts'],
          env: { MESODESK_TEST_DB: 'embedded' },
          pool: 'threads',
          isolate: false,
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'adapters',
          include: adapters,
          // They start and kill real processes, so each file has a process of its own, one at a time.
          pool: 'forks',
          isolate: true,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
