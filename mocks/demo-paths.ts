/** Where the demo's own files are, in development and in the built demo; production has none of them. */
export const SERVICE_WORKER_PATH = '/mockServiceWorker.js';

/** The demo clinic's database, a gzipped tar; no name that a host would unpack on the way. */
export const SNAPSHOT_PATH = '/demo-clinic.snapshot';
