import { signedFigure } from '#domain/shared/signed-figure.ts';
import { useId, type Ref } from 'react';

import { useGroupProps } from './field-context.ts';
import { Icon } from './icon.tsx';
import css from './scale-input.module.css';

const figure = (value: number, signed: boolean): string =>
  signed ? signedFigure(value) : String(value);

/** A scale of whole numbers, such as pain 0 to 10 or change −3 to +3. Nothing is chosen until someone chooses. */
export function ScaleInput({
  value,
  onChange,
  min = 0,
  max = 10,
  words,
  ends,
  clearable = false,
  onBlur,
  ref,
}: {
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  min?: number | undefined;
  max?: number | undefined;
  /** What each number means, from min to max; read out, and shown below for the one chosen. */
  words?: readonly string[] | undefined;
  /** What the two ends mean, shown below the strip; otherwise the first and last of the words. */
  ends?: readonly [string, string] | undefined;
  /** Offers to take the answer back. */
  clearable?: boolean | undefined;
  onBlur?: (() => void) | undefined;
  /** Of the radio that Tab would reach. */
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  const name = useId();
  const values = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const chosen = typeof value === 'number' ? words?.[value - min] : undefined;
  const [low, high] = ends ?? [words?.[0], words?.[max - min]];
  return (
    <div {...useGroupProps()} role="radiogroup" className={css.scale} onBlur={onBlur}>
      <div className={css.strip}>
        {values.map((option) => (
          <label key={option} className={css.part}>
            <input
              ref={option === (value ?? min) ? ref : undefined}
              type="radio"
              name={name}
              className={css.input}
              checked={option === value}
              aria-label={
                words?.[option - min]
                  ? `${figure(option, min < 0)}, ${words[option - min]}`
                  : undefined
              }
              onChange={() => onChange(option)}
            />
            <span className={css.face} aria-hidden={words ? true : undefined}>
              {figure(option, min < 0)}
            </span>
          </label>
        ))}
      </div>
      {(ends || words || clearable) && (
        <div className={css.below}>
          {!chosen && <span>{low}</span>}
          {chosen && <span className={css.chosen}>{chosen}</span>}
          {!chosen && <span className={css.end}>{high}</span>}
          {clearable && typeof value === 'number' && (
            <button type="button" className={css.clear} onClick={() => onChange(null)}>
              <Icon name="undo" size={12} />
              Take back
            </button>
          )}
        </div>
      )}
    </div>
  );
}
