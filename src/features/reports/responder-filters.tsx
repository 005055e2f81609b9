import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { REPORT_GROUPINGS } from '#domain/reports/report-filters.ts';
import {
  RESPONDER_MEASURES,
  RESPONDER_THRESHOLDS,
  type RespondersReport,
} from '#domain/reports/responders.ts';
import { showDate } from '#src/lib/dates.ts';
import { FilterChip, MenuChip } from '#src/ui/chip.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field } from '#src/ui/field.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';
import { Popover } from '#src/ui/popover.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import css from './responder-filters.module.css';
import type { RespondersSearch } from './reports.queries.ts';

const GROUP_WORDS = { recipe: 'Recipe', indication: 'Indication', technique: 'Technique', practitioner: 'Practitioner' } as const;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

function periodWords({ from, to }: RespondersSearch): string | null {
  if (from !== undefined && to !== undefined) return `Started ${showDate(from)} to ${showDate(to)}`;
  if (from !== undefined) return `Started from ${showDate(from)}`;
  return to === undefined ? null : `Started until ${showDate(to)}`;
}

/** What the report asks: who, when, by what, at which week, by which measure. All of it is in the address. */
export function ResponderFilters({
  search,
  shown,
  onChange,
}: {
  search: RespondersSearch;
  /** The question as answered, with its defaults. */
  shown: Pick<RespondersReport, 'week' | 'measure' | 'threshold' | 'groupBy'>;
  onChange: (change: RespondersSearch) => void;
}) {
  const period = periodWords(search);
  return (
    <>
      {period === null ? (
        <Popover
          label="Period of the first session"
          trigger={(props) => <MenuChip {...props}>Started</MenuChip>}
        >
          <PeriodFields search={search} onChange={onChange} />
        </Popover>
      ) : (
        <FilterChip
          onRemove={() => onChange({ from: undefined, to: undefined })}
          removeLabel={`Remove the period: ${period}`}
        >
          {period}
        </FilterChip>
      )}
      {search.indication === undefined ? (
        <Menu label="Indication" trigger={(props) => <MenuChip {...props}>Indication</MenuChip>}>
          {INDICATIONS.map((indication) => (
            <MenuItem key={indication} onSelect={() => onChange({ indication })}>
              {INDICATION_LABELS[indication]}
            </MenuItem>
          ))}
        </Menu>
      ) : (
        <FilterChip
          onRemove={() => onChange({ indication: undefined })}
          removeLabel={`Remove the indication ${INDICATION_LABELS[search.indication]}`}
        >
          {INDICATION_LABELS[search.indication]}
        </FilterChip>
      )}
      <span className={css.word}>by</span>
      <Segmented
        label="Rows"
        value={shown.groupBy}
        options={REPORT_GROUPINGS.map((value) => ({ value, label: GROUP_WORDS[value] }))}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <span className={css.word}>at</span>
      <Segmented
        label="Week after the first session"
        value={shown.week}
        options={OUTCOME_WEEKS.map((value) => ({
          value,
          label: value === 12 ? 'Week 12' : String(value),
        }))}
        onChange={(week) => onChange({ week })}
      />
      <Segmented
        label="Measure"
        value={shown.measure}
        options={RESPONDER_MEASURES.map((value) => ({
          value,
          label: value === 'photo_global_assessment' ? 'Photos' : 'Patient',
          title: MEASURE_DETAILS[value].label,
        }))}
        onChange={(measure) => onChange({ measure })}
      />
      <Segmented
        label="Counts as a response from"
        value={shown.threshold}
        options={RESPONDER_THRESHOLDS.map((value) => ({ value, label: `+${value}` }))}
        onChange={(threshold) => onChange({ threshold })}
      />
    </>
  );
}

function PeriodFields({
  search,
  onChange,
}: {
  search: RespondersSearch;
  onChange: (change: RespondersSearch) => void;
}) {
  const pick = (name: 'from' | 'to') => (text: string) => {
    if (text === '' || ISO.test(text)) onChange({ [name]: text === '' ? undefined : text });
  };
  return (
    <div className={css.period}>
      <Field label="First session from">
        <DateInput value={search.from} onChange={pick('from')} />
      </Field>
      <Field label="to">
        <DateInput value={search.to} onChange={pick('to')} />
      </Field>
    </div>
  );
}
