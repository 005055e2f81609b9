/** The name a Content-Disposition header gives to a file. */
function fileNameOf(response: Response): string | undefined {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
}

/** Fetches what a page was to go to; saves it if it is a file, else opens it beside the page. */
async function follow(url: string, isDownload: boolean): Promise<void> {
  const response = await fetch(url);
  const name = fileNameOf(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  if (name === undefined && !isDownload) link.target = '_blank';
  else link.download = name ?? '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const isOfApi = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.origin === location.origin && url.pathname.startsWith('/api/');
};

/**
 * Answers links to the API, such as downloads: a service worker is asked for what a page fetches,
 * not for where it goes, so these would miss the clinic in this tab.
 */
export function followApiLinks(): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !isOfApi(link.href)) return;
      event.preventDefault();
      void follow(link.href, link.hasAttribute('download'));
    },
    { capture: true },
  );
  // Not every browser has it: there, only links are followed, not what a script goes to.
  if (!('navigation' in globalThis)) return;
  navigation.addEventListener('navigate', (event) => {
    if (!event.cancelable || !isOfApi(event.destination.url)) return;
    event.preventDefault();
    void follow(event.destination.url, event.downloadRequest !== null);
  });
}
