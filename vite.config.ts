import react from '@vitejs/plugin-react';
import { brotliCompressSync, constants } from 'node:zlib';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { mocksPlugin } from './mocks/vite/mocks-plugin.ts';

/** Writes a brotli copy beside each text file, which the server sends as it is. */
function precompress(folder: string): Plugin {
  const visit = (path: string): void => {
    for (const name of readdirSync(path)) {
      const file = join(path, name);
      if (statSync(file).isDirectory()) visit(file);
      else if (/\.(js|css|svg|json|html)$/.test(name))
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(readFileSync(file), {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
          }),
        );
    }
  };
  return { name: 'precompress', apply: 'build', writeBundle: () => visit(folder) };
}

type ModuleGraph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };

/** Whether the first page needs a module: it is reached from the entry without a lazy import. */
function firstPageModules(): (id: string, graph: ModuleGraph) => boolean {
  const reached = new Set<string>();
  const visit = (id: string, graph: ModuleGraph): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next, graph);
  };
  return (id, graph) => {
    if (reached.size === 0) visit(fileURLToPath(new URL('src/main.tsx', import.meta.url)), graph);
    return reached.has(id);
  };
}

/**
 * Two files for the first page (the entry and its modules) and one for what several later pages
 * share: without these groups every shared module becomes a file, and a request, of its own.
 */
function chunkGroups() {
  const isFirst = firstPageModules();
  return [
    {
      name: (id: string, graph: ModuleGraph) => (isFirst(id, graph) ? 'first' : null),
      priority: 2,
    },
    { name: 'shared', minShareCount: 2, priority: 1 },
  ];
}

export default defineConfig(({ mode }) => {
  if (mode === 'server')
    return {
      publicDir: false,
      build: {
        ssr: true,
        outDir: 'dist/server',
        target: 'node20',
        sourcemap: true,
        emptyOutDir: true,
        rolldownOptions: {
          input: { main: 'server/main.ts', seed: 'server/adapters/seed.ts' },
          output: { entryFileNames: '[name].js' },
        },
      },
    };
  const isDemo = mode === 'mocks';
  const outDir = isDemo ? 'dist/demo' : 'dist/app';
  return {
    cacheDir: '.cache/vite',
    plugins: [react(), ...(isDemo ? [mocksPlugin()] : [precompress(outDir)])],
    // Under "mocks", package.json's imports name the mocks and the gallery; otherwise nothing does.
    resolve: { conditions: [...(isDemo ? ['mocks'] : []), ...defaultClientConditions] },
    worker: { format: 'es' },
    optimizeDeps: {
      entries: ['index.html', 'mocks/{start,worker}.ts', 'src/**/*.tsx', '!**/*.test.tsx'],
      // PGlite finds its WASM beside its own file.
      exclude: ['@electric-sql/pglite'],
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      ...(isDemo
        ? {}
        : { rolldownOptions: { output: { codeSplitting: { groups: chunkGroups() } } } }),
    },
  };
});
