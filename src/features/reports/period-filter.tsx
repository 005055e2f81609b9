import { showDate } from '#src/lib/dates.ts';
import { FilterChip, MenuChip } from '#src/ui/chip.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field } from '#src/ui/field.tsx';
import { Popover } from '#src/ui/popover.tsx';
import css from './responder-filters.module.css';

/** A period as an address holds it. */
export type Period = { from?: string | undefined; to?: string | undefined };

const ISO = /^\d{4}-\d{2}-\d{2}$/;

function periodWords({ from, to }: Period, word: string): string | null {
  if (from !== undefined && to !== undefined) return `${word} ${showDate(from)} to ${showDate(to)}`;
  if (from !== undefined) return `${word} from ${showDate(from)}`;
  return to === undefined ? null : `${word} until ${showDate(to)}`;
}

/** From when to when: a popover with two dates, a chip with a cross once set. */
export function PeriodFilter({
  period,
  word,
  question,
  onChange,
}: {
  period: Period;
  /** What happened in it: "Started". */
  word: string;
  /** What the dates are of: "First session". */
  question: string;
  onChange: (period: Period) => void;
}) {
  const words = periodWords(period, word);
  const pick = (name: 'from' | 'to') => (text: string) => {
    if (text === '' || ISO.test(text))
      onChange({ ...period, [name]: text === '' ? undefined : text });
  };
  if (words !== null)
    return (
      <FilterChip
        onRemove={() => onChange({ from: undefined, to: undefined })}
        removeLabel={`Remove the period: ${words}`}
      >
        {words}
      </FilterChip>
    );
  return (
    <Popover
      label={`Period: ${question.toLowerCase()}`}
      trigger={(props) => <MenuChip {...props}>{word}</MenuChip>}
    >
      <div className={css.period}>
        <Field label={`${question} from`}>
          <DateInput value={period.from} onChange={pick('from')} />
        </Field>
        <Field label="to">
          <DateInput value={period.to} onChange={pick('to')} />
        </Field>
      </div>
    </Popover>
  );
}
