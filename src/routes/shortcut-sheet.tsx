import { useEffect } from 'react';
import { isTyping } from '#src/ui/app-shell.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Kbd } from '#src/ui/kbd.tsx';
import css from './shortcut-sheet.module.css';

const KEYS = [
  ['Ctrl K', 'Find anyone, do anything'],
  ['Ctrl Z', 'Undo what a message says was done'],
  ['h', 'Blur or show names'],
  ['/', 'Search this list'],
  ['n', 'New, where a page has it'],
  ['j k', 'Next and previous row'],
  ['Enter', 'Open the row'],
  ['[', 'Narrow or widen the menu'],
  ['Esc', 'Close, or empty the search'],
  ['?', 'This sheet'],
] as const;

const SCHEDULE_KEYS = [
  ['b', 'Book'],
  ['t', 'Today'],
  ['k j', 'Earlier and later'],
  ['p', 'Print day sheet'],
  ['← ↑ → ↓', 'Move among the appointments'],
  ['Enter', 'Open the appointment'],
  ['m', 'Move it'],
  ['c', 'Confirmed'],
  ['a', 'Arrived'],
  ['i', 'In treatment'],
  ['d', 'Done'],
  ['n', 'No-show'],
  ['l', 'Running late: push the rest'],
  ['x', 'Cancel it'],
] as const;

/** The keys that work everywhere. Opens with a question mark. */
export function ShortcutSheet({
  isOpen,
  onOpen,
}: {
  isOpen: boolean;
  onOpen: (open: boolean) => void;
}) {
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) onOpen(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, [onOpen]);
  return (
    <Dialog open={isOpen} onClose={() => onOpen(false)} title="Keyboard shortcuts" size="sm" isRead>
      <KeyList keys={KEYS} />
      <h3 className={css.part}>On the schedule</h3>
      <KeyList keys={SCHEDULE_KEYS} />
    </Dialog>
  );
}

function KeyList({ keys }: { keys: readonly (readonly [string, string])[] }) {
  return (
    <dl className={css.keys}>
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            {key.split(' ').map((one) => (
              <Kbd key={one}>{one}</Kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
