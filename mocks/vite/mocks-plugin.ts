import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { SERVICE_WORKER_PATH, SNAPSHOT_PATH } from '../demo-paths.ts';
import { snapshotFile } from './snapshot-file.ts';

const serviceWorker = (): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'));

/**
 * The files that mocks need beside their code: MSW's service worker and the demo clinic's database.
 * They are not in public/, so that no production build can ship them.
 */
export function mocksPlugin(): Plugin {
  let root = '';
  return {
    name: 'mesodesk-mocks',
    configResolved: (config) => {
      root = config.root;
    },
    configureServer: (server) => {
      snapshotFile(root).catch((error: unknown) => server.config.logger.error(String(error)));
      server.middlewares.use(SERVICE_WORKER_PATH, (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(serviceWorker());
      });
      server.middlewares.use(SNAPSHOT_PATH, (_request, response, next) => {
        snapshotFile(root).then((file) => {
          response.setHeader('content-type', 'application/octet-stream');
          response.end(readFileSync(file));
        }, next);
      });
    },
    async generateBundle() {
      const file = await snapshotFile(root);
      for (const [path, source] of [
        [SERVICE_WORKER_PATH, serviceWorker()],
        [SNAPSHOT_PATH, readFileSync(file)],
      ] as const)
        this.emitFile({ type: 'asset', fileName: path.slice(1), source });
    },
  };
}
