import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEntry } from '#domain/audit/audit-entry.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { isProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { EmptyState, ErrorState, NoPermissionState } from '#src/ui/states.tsx';
import { Actor, ActWords, auditColumns, type PatientLink } from './audit-columns.tsx';
import { AuditFilters } from './audit-filters.tsx';
import css from './audit-trail.module.css';
import { auditListQuery, type AuditSearch } from './audit.queries.ts';

const SCOPES = {
  all: 'Everything anyone read or changed, newest first. It is added to, never changed.',
  'own-patients':
    'What you did, and what was done with patients you treat. Managers see everything.',
  'own-acts': 'What you did. Managers see everything.',
} as const;

/** Who saw and changed what. */
export function AuditTrail({
  search,
  onSearch,
  people,
  scope,
  renderPatientLink,
}: {
  search: AuditSearch;
  onSearch: (change: AuditSearch) => void;
  /** Whom the trail can be narrowed to. */
  people: readonly { id: string; name: string }[];
  scope: keyof typeof SCOPES;
  renderPatientLink: PatientLink;
}) {
  const { timeZone } = useClinic();
  const query = useInfiniteQuery(auditListQuery(search));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = (staffId: string) => people.find((person) => person.id === staffId)?.name;
  const clear = () =>
    onSearch({
      actorId: undefined,
      act: undefined,
      patientId: undefined,
      from: undefined,
      to: undefined,
    });
  const item = (entry: AuditEntry) => (
    <div className={css.item}>
      <div>
        <ActWords entry={entry} nameOf={nameOf} />
      </div>
      <div className={css.second}>
        <span>{showMoment(timeZone, entry.at)}</span>
        <Actor entry={entry} />
        {entry.patientId !== null && renderPatientLink?.(entry.patientId, 'Open patient')}
      </div>
    </div>
  );
  return (
    <PageFrame
      title="Audit trail"
      below={<p className="muted">{SCOPES[scope]}</p>}
      filters={
        <AuditFilters
          search={search}
          people={scope === 'own-acts' ? [] : people}
          onChange={onSearch}
        />
      }
    >
      {query.error && rows.length === 0 ? (
        isProblem(query.error, 'not_allowed') ? (
          <NoPermissionState text={query.error.detail} />
        ) : (
          <ErrorState
            title="The audit trail did not load"
            problem={query.error}
            kept="Your filters are kept."
            isRetrying={query.isFetching}
            onRetry={() => void query.refetch()}
          />
        )
      ) : (
        <DataTable
          label="Audit trail"
          columns={auditColumns(timeZone, renderPatientLink, nameOf)}
          rows={rows}
          rowId={(entry) => entry.id}
          loading={query.isPending}
          refreshing={query.isPlaceholderData}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          choiceKey="audit"
          renderItem={item}
          empty={
            <EmptyState
              icon="shield"
              title="Nothing is recorded that matches"
              text="Try more days, or fewer filters."
              action={<Button onClick={clear}>Clear the filters</Button>}
            />
          }
        />
      )}
    </PageFrame>
  );
}
