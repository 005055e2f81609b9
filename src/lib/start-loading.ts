/** Starts a query before its screen asks for it. A failure is left to the screen, which shows it. */
export function startLoading(query: Promise<unknown>): void {
  query.catch(() => undefined);
}
