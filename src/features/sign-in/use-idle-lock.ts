import { useEffect, useEffectEvent } from 'react';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const CHECK_MS = 5_000;

/** Locks the desk when nobody has touched it for this many minutes. */
export function useIdleLock(minutes: number, onIdle: () => void): void {
  const lock = useEffectEvent(onIdle);
  useEffect(() => {
    let lastSeen = Date.now();
    const see = () => {
      lastSeen = Date.now();
    };
    // A clock that is looked at, not one long timer: a laptop that slept must find itself locked.
    const timer = setInterval(() => {
      if (Date.now() - lastSeen < minutes * 60_000) return;
      lastSeen = Date.now();
      lock();
    }, CHECK_MS);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, see, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, see);
    };
  }, [minutes]);
}
