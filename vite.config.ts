import react from '@vitejs/plugin-react';
import { brotliCompressSync, constants } from 'node:zlib';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Writes a brotli copy beside each text file, which the server sends as it is. */
function precompress(folder: string): Plugin {
  const visit = (path: string): void => {
    for (const name of readdirSync(path)) {
      const file = join(path, name);
      if (statSync(file).isDirectory()) visit(file);
      else if (/\.(js|css|svg|json|html)$/.test(name))
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
    }
  };
  return { name: 'precompress', apply: 'build', closeBundle: () => visit(folder) };
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
  return {
    cacheDir: '.cache/vite',
    plugins: [react(), precompress('dist/app')],
    build: {
      outDir: 'dist/app',
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  };
});
