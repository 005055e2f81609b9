import { Client, type Notification } from 'pg';
import * as z from 'zod/mini';
import { liveChange, type LiveChanges } from '#domain/live/live-change.ts';
import { type Changes, openChanges } from '#server/live/changes.ts';

const CHANNEL = 'mesodesk_changes';
const RECONNECT_MS = 2_000;
/** PostgreSQL takes 8,000 bytes in one notification. */
const MOST_CHANGES = 60;

const message = z.strictObject({
  from: z.string(),
  deskId: z.nullable(z.string()),
  changes: z.array(liveChange),
});

/**
 * Changes told within this process at once, and to the other servers on the same database by its
 * notifications. A lost connection is opened again; what was told meanwhile elsewhere is missed,
 * and seen when a screen next asks.
 */
export function openPostgresChanges(
  url: string,
  name: string,
): Changes & { close(): Promise<void> } {
  const here = openChanges();
  let client: Client | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const hear = ({ payload }: Notification): void => {
    try {
      const { from, ...told } = message.parse(JSON.parse(payload ?? ''));
      if (from !== name) here.tell(told);
    } catch {
      // Another version's server on the same database may speak otherwise.
    }
  };

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, application_name: 'mesodesk changes' });
    const again = (): void => {
      if (client === next) client = undefined;
      next.removeAllListeners('end');
      void next.end().catch(() => undefined);
      clearTimeout(timer);
      if (!isClosed) timer = setTimeout(() => void connect(), RECONNECT_MS);
    };
    next.on('error', again);
    next.on('end', again);
    next.on('notification', hear);
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
    } catch {
      again();
    }
  };
  void connect();

  return {
    listen: here.listen,
    end: here.end,
    tell: (told: LiveChanges) => {
      here.tell(told);
      const payload = JSON.stringify({
        ...told,
        changes: told.changes.slice(0, MOST_CHANGES),
        from: name,
      });
      client?.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      client?.removeAllListeners('end');
      await client?.end().catch(() => undefined);
    },
  };
}
