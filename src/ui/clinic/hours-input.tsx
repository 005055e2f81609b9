import { use, useRef, type Ref } from 'react';
import { openingHours, type OpeningHours, WEEKDAYS, type Weekday } from '#domain/clinic/clinic.ts';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { FieldContext, useGroupProps } from '../field-context.ts';
import { IconButton } from '../icon-button.tsx';
import { TimeInput } from '../time-input.tsx';
import css from './hours-input.module.css';

type Spans = OpeningHours[Weekday];

const USUAL: Spans = [{ from: '09:00', to: '18:00' }];
const MOST_SPANS = 4;

/** What a weekday is called. */
export const weekdayName = (day: Weekday): string => day.charAt(0).toUpperCase() + day.slice(1);

/** Opening hours of a day in words: `09:00–13:00, 14:00–18:00`, or `Closed`. */
export const spansInWords = (spans: Spans): string =>
  spans.length === 0 ? 'Closed' : spans.map(({ from, to }) => `${from}–${to}`).join(', ');

/** Opening hours by weekday. Use it in a Field with `group`. */
export function HoursInput({
  value,
  onChange,
  onBlur,
  ref,
}: {
  value: OpeningHours;
  onChange: (value: OpeningHours) => void;
  onBlur?: (() => void) | undefined;
  ref?: Ref<HTMLDivElement> | undefined;
}) {
  const isInvalid = use(FieldContext)?.invalid ?? false;
  return (
    <div
      {...useGroupProps()}
      ref={ref}
      role="group"
      className={css.days}
      onBlur={(event) => {
        // Moving among the times is not leaving them.
        if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.();
      }}
    >
      {/* The inputs inside are many: what the field says belongs to the group. */}
      <FieldContext value={null}>
        {WEEKDAYS.map((day) => (
          <Day
            key={day}
            day={day}
            spans={value[day]}
            isWrong={isInvalid && !openingHours.shape[day].safeParse(value[day]).success}
            onChange={(spans) => onChange({ ...value, [day]: spans })}
            monday={day === 'monday' ? undefined : value.monday}
          />
        ))}
      </FieldContext>
    </div>
  );
}

function Day({
  day,
  spans,
  isWrong,
  onChange,
  monday,
}: {
  day: Weekday;
  spans: Spans;
  isWrong: boolean;
  onChange: (spans: Spans) => void;
  /** Undefined on Monday itself. */
  monday: Spans | undefined;
}) {
  const name = weekdayName(day);
  const isOpen = spans.length > 0;
  const list = useRef<HTMLDivElement>(null);
  const add = () => {
    onChange([...spans, { from: '', to: '' }]);
    requestAnimationFrame(() =>
      list.current?.lastElementChild?.querySelector<HTMLInputElement>('input')?.focus(),
    );
  };
  const change = (at: number, part: Partial<Spans[number]>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...part } : span)));
  return (
    <div className={css.day} role="group" aria-label={name}>
      <Checkbox
        label={name}
        checked={isOpen}
        onChange={(open) => onChange(open ? (monday?.length ? monday : USUAL) : [])}
      />
      <div ref={list} className={css.spans}>
        {isOpen ? (
          spans.map((span, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a span has no name of its own: its place is what tells it apart
            <span key={at} className={css.span}>
              <TimeInput
                aria-label={`${name} opens${at > 0 ? ' again' : ''}`}
                invalid={isWrong}
                value={span.from}
                onChange={(from) => change(at, { from })}
              />
              <span aria-hidden="true">–</span>
              <TimeInput
                aria-label={`${name} closes${at > 0 ? ' again' : ''}`}
                invalid={isWrong}
                value={span.to}
                onChange={(to) => change(at, { to })}
              />
              {spans.length > 1 && (
                <IconButton
                  icon="close"
                  size="sm"
                  label={
                    span.from && span.to
                      ? `Remove ${span.from} to ${span.to}`
                      : 'Remove these hours'
                  }
                  onClick={() => onChange(spans.filter((_, index) => index !== at))}
                />
              )}
            </span>
          ))
        ) : (
          <span className={css.closed}>Closed</span>
        )}
      </div>
      <div className={css.add}>
        {isOpen && spans.length < MOST_SPANS && (
          <IconButton icon="plus" size="sm" label={`Add hours on ${name}`} onClick={add} />
        )}
      </div>
      <div className={css.same}>
        {monday && spansInWords(monday) !== spansInWords(spans) && (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => onChange(monday.map((span) => ({ ...span })))}
          >
            Same as Monday<span className="visually-hidden"> on {name}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
