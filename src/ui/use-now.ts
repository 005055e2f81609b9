import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;
const minuteNow = (): number => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  for (const listener of listeners) listener();
  wait();
}

function wait(): void {
  timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS) + 20);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) wait();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** The begin of the present minute, in ms; what uses it is drawn again each minute. */
export const useNow = (): number => useSyncExternalStore(subscribe, minuteNow);
