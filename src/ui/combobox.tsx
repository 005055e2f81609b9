import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';

import { keepBeside } from './anchor.ts';
import css from './combobox.module.css';
import { useControlProps } from './field-context.ts';
import { Icon, type IconName } from './icon.tsx';
import { InputBox, inputClass } from './input-box.tsx';

/** One thing to pick. */
export type ComboOption = {
  value: string;
  label: string;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

const WAIT_MS = 150;

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * A box to type in and a list to pick from. With `onQuery` the caller searches (as for patients) and
 * gives back options; without it the given options are narrowed here, accents ignored.
 */
export function Combobox({
  value,
  valueLabel,
  onChange,
  options,
  onQuery,
  loading: isLoading = false,
  failed = false,
  emptyText = 'Nothing matches.',
  placeholder,
  icon,
  isPrivate,
  create,
  onBlur,
  name,
  ref,
  ...aria
}: {
  value: string | null | undefined;
  /** The words of the chosen value, when it may not be among the options. */
  valueLabel?: string | undefined;
  onChange: (value: string | null, option: ComboOption | null) => void;
  options: readonly ComboOption[];
  /** Called with what is typed, a little after the last key. */
  onQuery?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
  failed?: boolean | undefined;
  emptyText?: string | undefined;
  placeholder?: string | undefined;
  icon?: IconName | undefined;
  /** What is picked are people: hidden where names are. */
  isPrivate?: boolean | undefined;
  /** Offers to make what is missing. */
  create?: { label: (query: string) => string; onCreate: (query: string) => void } | undefined;
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  'aria-label'?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  const control = useControlProps();
  const listId = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [picked, setPicked] = useState<ComboOption | null>(null);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [asked, setAsked] = useState<string | null>(null);

  const known = picked?.value === value ? picked : options.find((option) => option.value === value);
  const chosenLabel = value ? (known?.label ?? valueLabel ?? '') : '';
  const isOpen = query !== null;
  // What stands in the list answers an older question until the new one was asked.
  const loading = isLoading || (onQuery !== undefined && isOpen && query !== asked);
  const wanted = fold(query ?? '');
  const found =
    onQuery || wanted === '' || query === chosenLabel
      ? options
      : options.filter((option) => fold(option.label).includes(wanted));
  const canCreate = create && query !== null && query.trim() !== '' && !loading;
  const count = found.length + (canCreate ? 1 : 0);
  const at = Math.min(active, Math.max(0, count - 1));

  useEffect(() => {
    const box = anchor.current?.firstElementChild;
    if (!isOpen || !panel.current || !box) return undefined;
    panel.current.style.minWidth = `${box.getBoundingClientRect().width}px`;
    panel.current.showPopover();
    return keepBeside(panel.current, box, {});
  }, [isOpen]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    panel.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const open = (text: string) => {
    setQuery(text);
    // Opened on what is chosen, so that Enter keeps it.
    const chosenAt = options.findIndex((option) => option.value === value);
    setActive(text === chosenLabel && chosenAt > 0 ? chosenAt : 0);
    if (!onQuery) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setAsked(text);
      onQuery(text === chosenLabel ? '' : text);
    }, WAIT_MS);
  };
  const close = () => {
    clearTimeout(timer.current);
    setQuery(null);
  };
  const pick = (option: ComboOption | undefined) => {
    if (option?.disabled) return;
    const typed = (query ?? '').trim();
    close();
    if (option) {
      setPicked(option);
      onChange(option.value, option);
    } else create?.onCreate(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) open(chosenLabel);
      else if (count > 0) setActive((at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (count > 0 && !loading) pick(found[at]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  const note = loading
    ? 'Searching'
    : failed
      ? 'The search did not answer. Type on to try again.'
      : count === 0
        ? emptyText
        : null;
  return (
    <span ref={anchor} className={css.anchor}>
      <InputBox
        icon={icon}
        end={
          value && !control.disabled ? (
            <button
              type="button"
              className={css.clear}
              aria-label="Empty"
              tabIndex={-1}
              onClick={() => onChange(null, null)}
            >
              <Icon name="close" size={14} />
            </button>
          ) : (
            <Icon name="chevron-down" size={14} />
          )
        }
      >
        <input
          {...control}
          {...aria}
          ref={ref}
          name={name}
          role="combobox"
          className={inputClass}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={placeholder}
          data-private={isPrivate && chosenLabel !== '' ? '' : undefined}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && count > 0 ? `${listId}-${at}` : undefined}
          value={query ?? chosenLabel}
          onChange={(event) => {
            open(event.target.value);
            if (event.target.value === '' && value) onChange(null, null);
          }}
          onClick={() => !isOpen && open(chosenLabel)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            close();
            onBlur?.();
          }}
        />
      </InputBox>
      {isOpen && (
        <div
          ref={panel}
          popover="manual"
          className={css.panel}
          onPointerDown={(event) => event.preventDefault()}
        >
          <div
            id={listId}
            role="listbox"
            aria-label={aria['aria-label'] ?? 'Matches'}
            className={css.list}
          >
            {found.map((option, index) => (
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={option.value === value}
                aria-disabled={option.disabled}
                data-active={index === at ? '' : undefined}
                className={css.option}
                onPointerMove={() => setActive(index)}
                onClick={() => pick(option)}
              >
                <span className={css.label} data-private={isPrivate ? '' : undefined}>
                  {option.label}
                </span>
                {option.hint !== undefined && (
                  <span className={css.hint} data-private={isPrivate ? '' : undefined}>
                    {option.hint}
                  </span>
                )}
                {option.value === value && <Icon name="check" size={14} />}
              </div>
            ))}
            {canCreate && (
              <div
                id={`${listId}-${found.length}`}
                role="option"
                aria-selected={false}
                data-active={at === found.length ? '' : undefined}
                className={css.option}
                onPointerMove={() => setActive(found.length)}
                onClick={() => pick(undefined)}
              >
                <Icon name="plus" />
                <span className={css.label}>{create.label(query.trim())}</span>
              </div>
            )}
          </div>
          <div role="status" className={note ? css.note : 'visually-hidden'}>
            {note ?? `${count} found`}
          </div>
        </div>
      )}
    </span>
  );
}
