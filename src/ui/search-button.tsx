import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import css from './search-button.module.css';

/** The search of the top bar: looks like a box, opens the palette. */
export function SearchButton({ label, onOpen }: { label: string; onOpen: () => void }) {
  return (
    <button type="button" className={css.find} onClick={onOpen} aria-keyshortcuts="Control+K">
      <Icon name="search" />
      <span className={css.label}>{label}</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
