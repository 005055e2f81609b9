/** Gives the focus back to where it was, or to the page when that has gone with an earlier one. */
export function returnFocus(before: Element | null): void {
  const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
  const to = isThere ? before : document.getElementById('main');
  to?.focus({ preventScroll: true });
}

/** Whether the focus is at nothing in particular: on the document, or on the page as a whole. */
export function isAtRest(focused: EventTarget | null): boolean {
  return focused === document.body || (focused instanceof Element && focused.matches('main'));
}
