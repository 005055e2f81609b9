import { useRef, useState } from 'react';
import { showMoment } from '#src/lib/dates.ts';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { TextInput } from '../text-input.tsx';
import css from './account-link-card.module.css';

/** Marks and copies; an address without encryption has no clipboard, and then the mark stands. */
async function copy(input: HTMLInputElement): Promise<boolean> {
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return false;
  }
}

/** A link with which someone chooses a password, shown this once, to be handed over in any way. */
export function AccountLinkCard({
  link,
  timeZone,
}: {
  link: { path: string; expiresAt: string; staff: { name: string } };
  timeZone: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const press = async () => {
    if (!input.current) return;
    setSaid((await copy(input.current)) ? 'Copied' : 'Press Ctrl C to copy the marked link');
  };
  return (
    <div className={css.card}>
      <Field
        label={`Link for ${link.staff.name}`}
        help={`Works once, until ${showMoment(timeZone, link.expiresAt)}. Hand it over as you like: by message, on paper, or open it on this desk. It needs no e-mail, and it is shown only now.`}
      >
        <TextInput
          ref={input}
          readOnly
          value={new URL(link.path, location.origin).href}
          onChange={() => undefined}
          aria-label={`Link for ${link.staff.name}`}
        />
      </Field>
      <p className={css.actions}>
        <span role="status" className={css.said}>
          {said}
        </span>
        <Button icon="copy" onClick={() => void press()}>
          Copy the link
        </Button>
      </p>
    </div>
  );
}
