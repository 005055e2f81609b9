import { useState, type Ref } from 'react';

import { classNames } from './class-names.ts';
import { useControlProps } from './field-context.ts';
import { Icon } from './icon.tsx';
import { InputBox, inputClass } from './input-box.tsx';
import css from './number-input.module.css';
import { parseTypedNumber, stepNumber } from './typed-number.ts';

function show(value: number | string | null | undefined, decimals: number | undefined): string {
  if (typeof value !== 'number') return value ?? '';
  return decimals === undefined
    ? String(value)
    : value.toFixed(Math.max(decimals, String(value).split('.')[1]?.length ?? 0));
}

/**
 * A number typed as text: comma or point, the unit inside, no spinner. Emits a number, null when empty,
 * or the text as typed when it is no number, for the schema to refuse.
 */
export function NumberInput({
  value,
  onChange,
  onBlur,
  unit,
  decimals,
  stepper,
  align = 'end',
  quiet,
  name,
  placeholder,
  ref,
  ...aria
}: {
  value: number | string | null | undefined;
  onChange: (value: number | string | null) => void;
  onBlur?: (() => void) | undefined;
  unit?: string | undefined;
  /** Decimals to show at least, so that a column of numbers lines up. */
  decimals?: number | undefined;
  /** Minus and plus beside the number, for touch; arrow keys step too. */
  stepper?: { step: number; min?: number; max?: number } | undefined;
  align?: 'start' | 'end' | undefined;
  quiet?: boolean | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  'aria-label'?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  const control = useControlProps();
  const [typed, setTyped] = useState<string | null>(null);
  const isTyping = typed !== null && Object.is(parseTypedNumber(typed), value ?? null);
  const step = (times: number) => {
    if (!stepper) return;
    setTyped(null);
    const from = typeof value === 'number' ? value : null;
    onChange(
      from === null
        ? (stepper.min ?? 0)
        : stepNumber(from, stepper.step, times, stepper.min, stepper.max),
    );
  };
  const stepButton = (times: 1 | -1) => (
    <button
      type="button"
      tabIndex={-1}
      className={css.step}
      disabled={control.disabled || value === (times > 0 ? stepper?.max : stepper?.min)}
      aria-label={times > 0 ? 'Increase' : 'Decrease'}
      onClick={() => step(times)}
    >
      <Icon name={times > 0 ? 'plus' : 'minus'} />
    </button>
  );
  return (
    <InputBox className={classNames(css.box, stepper && css.stepped)} quiet={quiet}>
      {stepper && stepButton(-1)}
      <input
        {...control}
        {...aria}
        ref={ref}
        name={name}
        placeholder={placeholder}
        inputMode={stepper && Number.isInteger(stepper.step) ? 'numeric' : 'decimal'}
        autoComplete="off"
        className={classNames(inputClass, css.input)}
        data-align={stepper ? 'center' : align}
        value={isTyping ? typed : show(value, decimals)}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseTypedNumber(event.target.value));
        }}
        onBlur={() => {
          setTyped(null);
          onBlur?.();
        }}
        onKeyDown={(event) => {
          if (!stepper || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          step(event.key === 'ArrowUp' ? 1 : -1);
        }}
      />
      {unit && <span className={css.unit}>{unit}</span>}
      {stepper && stepButton(1)}
    </InputBox>
  );
}
