import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { createServer, preview } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** A running site of the demo. */
export type DemoSite = { url: string; close: () => Promise<void> };

/** Builds the static demo and serves it, as any host of static files would. */
export async function serveBuiltDemo(): Promise<DemoSite> {
  // A program of its own: a test runner's NODE_ENV would make another build of it.
  const { NODE_ENV: _, ...env } = process.env;
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--mode', 'mocks'], {
    cwd: root,
    env,
  });
  const server = await preview({ root, mode: 'mocks', preview: { port: 0, host: '127.0.0.1' } });
  return siteOf(server.resolvedUrls?.local, () => server.close());
}

/** Starts what `npm run dev` starts. */
export async function serveDevelopment(): Promise<DemoSite> {
  const server = await createServer({
    root,
    mode: 'mocks',
    logLevel: 'error',
    cacheDir: '.cache/vite-e2e',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  return siteOf(server.resolvedUrls?.local, () => server.close());
}

function siteOf(urls: string[] | undefined, close: () => Promise<void>): DemoSite {
  const [url] = urls ?? [];
  if (url === undefined) throw new Error('The demo has no address.');
  return { url: url.replace(/\/$/, ''), close };
}
