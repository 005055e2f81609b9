import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageHeaders } from '#server/http/security-headers.ts';
import type { AppEnv } from '#server/http/operation.ts';

/** Serves the built app: hashed files for ever, every other path as the one page. */
export async function servePages(app: Hono<AppEnv>, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  app.use('/*', async (http, next) => {
    await next();
    for (const [name, value] of Object.entries(pageHeaders))
      if (!http.res.headers.has(name)) http.header(name, value);
  });
  app.get(
    '/*',
    serveStatic({
      root: folder,
      precompressed: true,
      // The page itself is answered below, whatever its path.
      rewriteRequestPath: (path) =>
        path === '/' || path === '/index.html' ? '/no-such-file' : path,
      onFound: (path, http) => {
        http.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
        );
      },
    }),
  );
  app.get('/*', (http) => {
    if (http.req.path.startsWith('/api/') || http.req.path.startsWith('/assets/'))
      return http.notFound();
    http.header('cache-control', 'no-cache');
    return http.html(page);
  });
}
