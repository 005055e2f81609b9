import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import { REPORT_GROUPINGS, type ReportGrouping } from '#domain/reports/report-filters.ts';
import { TECHNIQUE_LABELS, TECHNIQUES } from '#domain/sessions/session-enums.ts';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { PeriodFilter } from './period-filter.tsx';
import css from './responder-filters.module.css';
import { filterChoicesQuery, type FiltersSearch } from './reports.queries.ts';

const GROUP_WORDS: Record<ReportGrouping, string> = {
  recipe: 'Recipe',
  indication: 'Indication',
  technique: 'Technique',
  practitioner: 'Practitioner',
};

/** Who is counted, and what the rows are. All of it is in the address. */
export function ReportFilters({
  search,
  onChange,
  isByWeek = false,
  children,
}: {
  search: FiltersSearch;
  onChange: (change: FiltersSearch) => void;
  /** Weeks are rows by themselves; the period is of sessions. */
  isByWeek?: boolean;
  /** What only this report asks. */
  children?: ReactNode;
}) {
  const choices = useQuery(filterChoicesQuery()).data;
  const { from, to, indication, technique, practitionerId, recipeId } = search;
  return (
    <>
      <PeriodFilter
        period={{ from, to }}
        word={isByWeek ? 'Held' : 'Started'}
        question={isByWeek ? 'Day' : 'First session'}
        onChange={onChange}
      />
      <ChoiceFilter
        label="Indication"
        value={indication}
        choices={INDICATIONS.map((value) => ({ value, label: INDICATION_LABELS[value] }))}
        onChange={(value) => onChange({ indication: value })}
      />
      <ChoiceFilter
        label="Technique"
        value={technique}
        choices={TECHNIQUES.map((value) => ({ value, label: TECHNIQUE_LABELS[value] }))}
        onChange={(value) => onChange({ technique: value })}
      />
      <ChoiceFilter
        label="Practitioner"
        value={practitionerId}
        choices={choices?.practitioners ?? []}
        onChange={(value) => onChange({ practitionerId: value })}
      />
      <ChoiceFilter
        label="Recipe"
        value={recipeId}
        choices={choices?.recipes ?? []}
        onChange={(value) => onChange({ recipeId: value })}
      />
      {!isByWeek && (
        <>
          <span className={css.word}>by</span>
          <Segmented
            label="Rows"
            value={search.groupBy ?? 'recipe'}
            options={REPORT_GROUPINGS.map((value) => ({ value, label: GROUP_WORDS[value] }))}
            onChange={(groupBy) => onChange({ groupBy })}
          />
        </>
      )}
      {children}
    </>
  );
}
