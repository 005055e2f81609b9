import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * The page that was left takes the focus with it when it held it, as when the palette leads elsewhere.
 * Then the new page has it, so that the keyboard goes on from there and not from the menu's beginning.
 */
export function useFocusOnArrival(): void {
  const arrived = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useEffect(() => {
    if (document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true });
  }, [arrived]);
}
