/** What the keys of kept drafts begin with, in this tab's session storage. */
export const DRAFT_PREFIX = 'draft:';

/** Forgets every kept draft; call on signing out. */
export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(DRAFT_PREFIX)) sessionStorage.removeItem(key);
}
