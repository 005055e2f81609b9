import { useSyncExternalStore } from 'react';

/** How the person at this desk wants the screens; kept in this browser only. */
export type Looks = {
  /** 'auto' follows the system. */
  theme: 'auto' | 'light' | 'dark';
  density: 'compact' | 'comfortable';
  /** Blurs names, for desks that others can see. */
  privacy: boolean;
  /** Whether the menu rail shows icons only. */
  railCollapsed: boolean;
};

/** Also read by `public/theme.js`, which sets the theme before the first paint. */
const STORE_KEY = 'looks';

const DEFAULTS: Looks = { theme: 'auto', density: 'compact', privacy: false, railCollapsed: false };
const listeners = new Set<() => void>();
let looks = readLooks();

function readLooks(): Looks {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE_KEY) ?? '{}');
    return { ...DEFAULTS, ...(typeof stored === 'object' ? stored : {}) };
  } catch {
    return DEFAULTS;
  }
}

function isSystemDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Puts the looks on <html> as data attributes, where the tokens read them. */
function applyLooks(): void {
  const root = document.documentElement;
  const dark = looks.theme === 'dark' || (looks.theme === 'auto' && isSystemDark());
  root.dataset['theme'] = dark ? 'dark' : 'light';
  root.dataset['density'] = looks.density;
  root.toggleAttribute('data-privacy', looks.privacy);
}

/** Applies the kept looks and follows the system and other tabs. Call once at start. */
export function startLooks(): void {
  applyLooks();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyLooks);
  window.addEventListener('storage', (event) => {
    if (event.key !== STORE_KEY) return;
    looks = readLooks();
    applyLooks();
    for (const listener of listeners) listener();
  });
}

/** The looks as they stand. */
function getLooks(): Looks {
  return looks;
}

/** Changes some of the looks, keeps and applies them. */
export function setLooks(change: Partial<Looks>): void {
  looks = { ...looks, ...change };
  try {
    localStorage.setItem(STORE_KEY, JSON.stringify(looks));
  } catch {
    // Storage may be full or forbidden; the looks then last until the page is closed.
  }
  applyLooks();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The looks as React state; change them with `setLooks`. */
export function useLooks(): Looks {
  return useSyncExternalStore(subscribe, getLooks);
}
