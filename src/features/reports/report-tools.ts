import { showToast } from '#src/ui/toast-store.ts';
import { reportParams } from './reports.queries.ts';

/** Fetches a report's file: the browser saves it. */
export function downloadReport(path: string, search: object): void {
  window.location.assign(
    `/api/reports/${path}/export?${new URLSearchParams(reportParams(search))}`,
  );
}

/** Copies the address, which holds the whole question. */
export function copyLink(): void {
  navigator.clipboard.writeText(window.location.href).then(
    () => showToast({ text: 'The link is copied; it holds every filter' }),
    () =>
      showToast({ text: 'Not copied: this browser did not allow it. Copy the address instead.' }),
  );
}
