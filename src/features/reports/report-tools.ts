import type { ChartExports } from '#src/ui/chart-frame.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { fetchPicture, saveFile, toPng } from './picture-file.ts';
import { reportParams } from './reports.queries.ts';

/** Where a report's files are; each path is under the API. */
type ReportFiles = { csv: string; picture?: string | undefined };

const addressOf = (path: string, search: object): string =>
  `/api/${path}?${new URLSearchParams(reportParams(search))}`;

/** Copies the address, which holds the whole question. */
function copyLink(): void {
  navigator.clipboard.writeText(window.location.href).then(
    () => showToast({ text: 'The link is copied; it holds every filter' }),
    () =>
      showToast({ text: 'Not copied: this browser did not allow it. Copy the address instead.' }),
  );
}

async function savePicture(address: string, format: 'png' | 'svg'): Promise<void> {
  try {
    const picture = await fetchPicture(address);
    saveFile(format === 'svg' ? picture : await toPng(picture));
  } catch {
    showToast({ text: 'The picture was not made. Try again, or take the numbers as CSV.' });
  }
}

/** What a report's chart offers to take along; `drawn` is what only the picture asks. */
export function exportsOf(files: ReportFiles, search: object, drawn: object = {}): ChartExports {
  const { csv, picture } = files;
  return {
    // The browser saves the file by itself.
    onCsv: () => window.location.assign(addressOf(csv, search)),
    onPicture:
      picture === undefined
        ? undefined
        : (format) => void savePicture(addressOf(picture, { ...search, ...drawn }), format),
    onLink: copyLink,
  };
}
