import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Hono } from 'hono';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:http';
import { createSecureContext } from 'node:tls';
import type { AppEnv } from '#server/http/operation.ts';
import { type Config, ConfigError } from './read-config.ts';

const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;
/** What is being answered when the server stops may still end within this. */
const LAST_ANSWERS_MS = 5_000;

/** The certificate and key of an encrypted address. */
export type Certificate = { cert: Buffer; key: Buffer };

function readNamed(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ConfigError(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/**
 * Reads the certificate and its key, and tries that they fit.
 * @throws ConfigError naming the one that cannot be used
 */
export function readCertificate(tls: Config['tls']): Certificate | undefined {
  if (!tls) return undefined;
  const certificate = { cert: readNamed('TLS_CERT', tls.cert), key: readNamed('TLS_KEY', tls.key) };
  try {
    createSecureContext(certificate);
  } catch (error) {
    throw new ConfigError(
      `TLS_CERT and TLS_KEY cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  return certificate;
}

/** The caller's address: the socket's, or what a trusted proxy in front says it was. */
function addressOf(config: Config, socket: string | undefined, forwarded: string | null): string {
  const last = forwarded?.split(',').at(-1)?.trim();
  return (config.trustProxy && last !== undefined && last !== '' ? last : socket) ?? 'unknown';
}

/** Why it cannot listen, naming the setting that can mend it. */
function cannotListen(error: unknown, { port, host }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new ConfigError(`PORT ${port} is in use by another program.`);
  if (code === 'EACCES') return new ConfigError(`PORT ${port} may not be used by this user.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new ConfigError(`HOST ${host} is not an address of this machine.`);
  return error;
}

async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}

/**
 * Answers requests at the configured address until closed. Closing lets the answers in hand end.
 * @throws ConfigError naming PORT or HOST when it cannot listen there
 */
export async function listen(
  app: Hono<AppEnv>,
  config: Config,
  certificate: Certificate | undefined,
): Promise<{ close: () => Promise<void> }> {
  const server = createAdaptorServer({
    fetch: (request, env) =>
      app.fetch(request, {
        address: addressOf(
          config,
          // It reads nothing of the context but its env.
          getConnInfo({ env } as Parameters<typeof getConnInfo>[0]).remote.address,
          request.headers.get('x-forwarded-for'),
        ),
      }),
    ...(certificate ? { createServer, serverOptions: certificate } : {}),
    // Neither of the two servers made above speaks HTTP/2, whose type this call allows for.
  }) as Server;
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = HEADERS_MS;
  server.listen(config.port, config.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(error, config);
  }
  return { close: () => closeServer(server) };
}
