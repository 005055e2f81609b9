import { useEffect, useEffectEvent, useState } from 'react';

const WAIT_MS = 120;

/**
 * A search box over a value of the address: what is typed shows at once and is committed a moment
 * after the last key. Where nothing is being typed the address alone counts, so Back moves the box.
 */
export function useTypedSearch(committed: string, commit: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const send = useEffectEvent(commit);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => {
      if (typed !== committed) send(typed);
      setTyped(null);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed, committed]);
  return { value: typed ?? committed, onChange: setTyped };
}
