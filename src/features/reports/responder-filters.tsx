import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import {
  RESPONDER_MEASURES,
  RESPONDER_THRESHOLDS,
  type RespondersReport,
} from '#domain/reports/responders.ts';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { ReportFilters } from './report-filters.tsx';
import css from './responder-filters.module.css';
import type { RespondersSearch } from './reports.queries.ts';

const SESSIONS = Array.from({ length: 12 }, (_, at) => String(at + 1));

/** What the report asks: who, when, by what, at which week or session, by which measure. */
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
  return (
    <ReportFilters search={search} onChange={onChange}>
      <span className={css.word}>at</span>
      <Segmented
        label="Week after the first session"
        value={search.session === undefined ? shown.week : null}
        options={OUTCOME_WEEKS.map((value) => ({
          value,
          label: value === 12 ? 'Week 12' : String(value),
        }))}
        onChange={(week) => onChange({ week, session: undefined })}
      />
      <ChoiceFilter
        label="Session"
        value={search.session === undefined ? undefined : String(search.session)}
        choices={SESSIONS.map((value) => ({ value, label: value }))}
        onChange={(value) => onChange({ session: value === undefined ? undefined : Number(value) })}
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
    </ReportFilters>
  );
}
