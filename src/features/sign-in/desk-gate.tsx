import { lazy, Suspense, useSyncExternalStore } from 'react';
import { getDeskState, subscribeDeskState } from '#src/lib/desk-state.ts';
import css from './desk-gate.module.css';

// The form comes with the first lock, not with the first page.
const PasswordGate = lazy(async () => {
  const gate = await import('./password-gate.tsx');
  return { default: gate.PasswordGate };
});

/**
 * Covers the page while the desk is locked or the sign-in has ended. The page stays as it is
 * underneath, so nothing that is typed there is lost.
 */
export function DeskGate(props: { email: string; name: string; onLeave: () => void }) {
  const state = useSyncExternalStore(subscribeDeskState, getDeskState);
  if (state === 'open') return null;
  return (
    <Suspense fallback={<div className={css.cover} />}>
      <PasswordGate key={state} state={state} {...props} />
    </Suspense>
  );
}
