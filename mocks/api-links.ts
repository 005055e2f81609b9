/** The name a Content-Disposition header gives to a file. */
function fileNameOf(response: Response): string | undefined {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
}

/**
 * Answers clicks on links to the API, such as downloads: a service worker is asked for what a page
 * fetches, not for where it goes, so these would miss the clinic in this tab.
 */
export function followApiLinks(): void {
  const follow = async (link: HTMLAnchorElement): Promise<void> => {
    const response = await fetch(link.href);
    const url = URL.createObjectURL(await response.blob());
    const name = fileNameOf(response) ?? (link.download === '' ? undefined : link.download);
    const opened = document.createElement('a');
    opened.href = url;
    if (name === undefined && !link.hasAttribute('download')) opened.target = '_blank';
    else opened.download = name ?? '';
    opened.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || link.origin !== location.origin || !link.pathname.startsWith('/api/')) return;
      event.preventDefault();
      void follow(link);
    },
    { capture: true },
  );
}
