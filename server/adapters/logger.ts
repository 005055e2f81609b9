import pino from 'pino';
import type { Log } from '#server/deps.ts';

/** Structured lines on standard output. What goes in is chosen by the caller: no bodies, names or cookies. */
export function openLog(): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return (level, message, facts) => logger[level](facts, message);
}
