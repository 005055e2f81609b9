const KEY = 'reloaded-for-upgrade';
const AGAIN_MS = 30_000;

async function reload(): Promise<void> {
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (Date.now() - last < AGAIN_MS) return;
  // Without the server this page is all there is: what is typed stays on it.
  const answer = await fetch('/api/health').catch(() => null);
  if (!answer?.ok) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  window.location.reload();
}

/**
 * After an upgrade of the server, an open tab asks for files that are gone. It is loaded anew, once;
 * drafts are kept in the tab.
 */
export function reloadAfterUpgrade(): void {
  window.addEventListener('vite:preloadError', () => void reload());
}
