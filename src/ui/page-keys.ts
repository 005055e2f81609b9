import { useEffect, useEffectEvent } from 'react';
import { isTyping } from './app-shell.tsx';

/** A key of this page, without modifiers, while nothing is being typed. */
export function usePageKey(key: string, onPress: () => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping(event))
        return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      press();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
