import { fullName } from '#domain/patients/display-name.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import type { Patient } from '#domain/patients/patient.ts';
import type { PatientSort } from '#domain/patients/patient-query.ts';
import { useTypedSearch } from '#src/lib/use-typed-search.ts';
import { Button } from '#src/ui/button.tsx';
import type { TableSort } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { SearchInput } from '#src/ui/search-input.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { PATIENT_COLUMNS } from './patient-columns.tsx';
import { PatientFilters } from './patient-filters.tsx';
import { PatientItem } from './patient-item.tsx';
import { patientListQuery, type PatientSearch } from './patients.queries.ts';

const FIRST_ORDER: PatientSort = 'name';

const sortOf = (sort: PatientSort): TableSort => ({
  id: sort.replace(/^-/, ''),
  desc: sort.startsWith('-'),
});

// The columns' ids are the server's names of its orders, so the two spell one PatientSort.
const sortName = ({ id, desc }: TableSort): PatientSort => (desc ? `-${id}` : id) as PatientSort;

const isNarrowed = (search: PatientSearch): boolean =>
  (search.q ?? '') !== '' ||
  search.sexAtBirth !== undefined ||
  search.contactPreference !== undefined ||
  (search.archived ?? 'no') !== 'no';

/** The list of patients: one search box, filters, order and pages, all held by the address. */
export function PatientList({
  search,
  onSearch,
  onOpen,
  onNew,
  actions,
  firstSteps,
}: {
  search: PatientSearch;
  onSearch: (change: PatientSearch) => void;
  onOpen: (patient: Patient) => void;
  /** Undefined when the person may not register patients. */
  onNew: (() => void) | undefined;
  actions?: ReactNode;
  /** What an empty clinic can do first. */
  firstSteps?: ReactNode;
}) {
  const box = useRef<HTMLInputElement>(null);
  const query = useInfiniteQuery(patientListQuery(search));
  const typed = useTypedSearch(search.q ?? '', (q) => onSearch({ q: q === '' ? undefined : q }));
  usePageKey('/', () => box.current?.focus());
  usePageKey('n', () => onNew?.());
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total;
  const clear = () =>
    onSearch({ q: undefined, sexAtBirth: undefined, contactPreference: undefined, archived: 'no' });
  return (
    <PageFrame
      title="Patients"
      meta={
        total === undefined
          ? undefined
          : total === rows.length
            ? total.toLocaleString('en')
            : `${rows.length} of ${total.toLocaleString('en')}`
      }
      actions={actions}
      fill
      filters={
        <>
          <SearchInput ref={box} label="Name, phone, birth date or number" {...typed} />
          <PatientFilters search={search} onChange={onSearch} />
          {isNarrowed(search) && (
            <Button variant="quiet" onClick={clear}>
              Clear
            </Button>
          )}
        </>
      }
    >
      {query.error && rows.length === 0 ? (
        <ErrorState
          title="The list did not load"
          problem={query.error}
          kept="Your search and filters are kept."
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          label="Patients"
          columns={PATIENT_COLUMNS}
          rows={rows}
          rowId={(patient) => patient.id}
          rowLabel={fullName}
          sort={sortOf(search.sort ?? FIRST_ORDER)}
          onSort={(sort) => onSearch({ sort: sortName(sort) })}
          onOpen={onOpen}
          loading={query.isPending}
          refreshing={query.isPlaceholderData}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          choiceKey="patients"
          renderItem={(patient) => <PatientItem patient={patient} />}
          empty={
            isNarrowed(search) ? (
              <EmptyState
                title="Nobody matches"
                text="Try fewer words, the last digits of the phone, or the birth date."
                action={<Button onClick={clear}>Clear search and filters</Button>}
              />
            ) : (
              <EmptyState
                icon="patients"
                title="No patients yet"
                text="Register the first one, or bring the clinic’s own list in from a CSV file."
                action={firstSteps}
              />
            )
          }
        />
      )}
    </PageFrame>
  );
}
