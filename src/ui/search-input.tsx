import type { Ref } from 'react';

import { Icon } from './icon.tsx';
import { InputBox, inputClass } from './input-box.tsx';
import css from './search-input.module.css';

/** A search box with a cross. Escape empties it. */
export function SearchInput({
  value,
  onChange,
  label,
  placeholder,
  ref,
}: {
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  return (
    <InputBox
      icon="search"
      quiet
      className={css.box}
      end={
        value ? (
          <button
            type="button"
            className={css.clear}
            aria-label="Empty the search"
            onClick={() => onChange('')}
          >
            <Icon name="close" size={14} />
          </button>
        ) : undefined
      }
    >
      <input
        ref={ref}
        type="search"
        className={inputClass}
        aria-label={label}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !value) return;
          event.stopPropagation();
          onChange('');
        }}
      />
    </InputBox>
  );
}
