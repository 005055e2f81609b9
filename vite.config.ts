import react from '@vitejs/plugin-react';
import { brotliCompressSync, constants } from 'node:zlib';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

export default defineConfig(({ mode }) => {
  if (mode === 'server')
    return {
      publicDir: false,
      build: {
        ssr: 'server/main.ts',
        outDir: 'dist/server',
        target: 'node20',
        sourcemap: true,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'main.js' } },
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
    },
  };
});
