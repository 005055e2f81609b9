import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import {
  DESK_RULES,
  FOLLOW_UP_RULE_LABELS,
  FOLLOW_UP_RULES,
} from '#domain/follow-ups/follow-up-enums.ts';
import { FOLLOW_UP_DUE_LABELS, FOLLOW_UP_DUES } from '#domain/follow-ups/follow-up-query.ts';
import { fullName, listName } from '#domain/patients/display-name.ts';
import { Button } from '#src/ui/button.tsx';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { Attempts, CallLink, FOLLOW_UP_COLUMNS, When } from './follow-up-columns.tsx';
import css from './follow-ups.module.css';
import { whyInWords } from './follow-up-words.tsx';
import { followUpListQuery, type FollowUpSearch, type ListedTask } from './follow-ups.queries.ts';
import { AttemptDialog } from './log-attempt.tsx';

const EMPTY: Record<NonNullable<FollowUpSearch['due']>, { title: string; text: string }> = {
  today: { title: 'Nobody to call', text: 'All that is due is done, or waits for its day.' },
  overdue: { title: 'Nothing is overdue', text: 'Every open follow-up is still in time.' },
  upcoming: { title: 'Nothing ahead', text: 'Follow-ups are planned when a session is signed.' },
  missed: { title: 'Nothing was missed', text: 'No window closed without a contact.' },
  closed: { title: 'Nothing closed yet', text: 'Contacts that were made are kept here.' },
  all: { title: 'No follow-ups yet', text: 'They are planned when a session is signed.' },
};

/** The shared worklist: whom to call today, the most urgent first. */
export function FollowUpList({
  search,
  isCare,
  onSearch,
  onOpen,
  actions,
  below,
}: {
  search: FollowUpSearch;
  /** The person may see what is behind a task, and answer it. */
  isCare: boolean;
  onSearch: (change: FollowUpSearch) => void;
  /** Opens a task to answer it; the desk logs a call instead. */
  onOpen: (task: ListedTask) => void;
  actions?: ReactNode;
  below?: ReactNode;
}) {
  const query = useInfiniteQuery(followUpListQuery(search, isCare));
  const [called, setCalled] = useState<ListedTask | null>(null);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const due = search.due ?? 'today';
  const rules = isCare ? FOLLOW_UP_RULES : DESK_RULES;
  const isNarrowed =
    search.rule !== undefined || search.whose === 'mine' || search.needsClinician === 'yes';
  const widen = () => onSearch({ rule: undefined, whose: 'all', needsClinician: undefined });
  const open = isCare ? onOpen : setCalled;
  return (
    <PageFrame
      title="Follow-ups"
      actions={actions}
      below={below}
      fill
      filters={
        <>
          <Segmented
            label="Which follow-ups"
            value={due}
            options={FOLLOW_UP_DUES.filter((one) => one !== 'all').map((value) => ({
              value,
              label: FOLLOW_UP_DUE_LABELS[value],
            }))}
            onChange={(value) => onSearch({ due: value })}
          />
          {isCare && (
            <Segmented
              label="Whose follow-ups"
              value={search.whose ?? 'all'}
              options={[
                { value: 'all', label: 'Everyone’s' },
                { value: 'mine', label: 'Mine' },
              ]}
              onChange={(whose) => onSearch({ whose })}
            />
          )}
          <ChoiceFilter
            label="Why"
            value={search.rule}
            choices={rules.map((value) => ({ value, label: FOLLOW_UP_RULE_LABELS[value] }))}
            onChange={(rule) => onSearch({ rule })}
          />
          <ChoiceFilter
            label="Clinician"
            value={search.needsClinician}
            choices={[{ value: 'yes', label: 'Asked for' }]}
            onChange={(needsClinician) => onSearch({ needsClinician })}
          />
          {isNarrowed && (
            <Button variant="quiet" onClick={widen}>
              Clear
            </Button>
          )}
        </>
      }
    >
      {query.error && rows.length === 0 ? (
        <ErrorState
          title="The follow-ups did not load"
          problem={query.error}
          kept="Your filters are kept."
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          label="Follow-ups"
          columns={FOLLOW_UP_COLUMNS}
          rows={rows}
          rowId={(task) => task.id}
          rowLabel={({ patient }) => fullName(patient)}
          onOpen={open}
          loading={query.isPending}
          refreshing={query.isPlaceholderData}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          choiceKey="follow-ups"
          renderItem={(task) => <TaskItem task={task} />}
          empty={
            <EmptyState
              {...EMPTY[due]}
              action={isNarrowed ? <Button onClick={widen}>Clear filters</Button> : undefined}
            />
          }
        />
      )}
      {called && <AttemptDialog task={called} onClose={() => setCalled(null)} />}
    </PageFrame>
  );
}

function TaskItem({ task }: { task: ListedTask }) {
  return (
    <div className={css.item}>
      <Name strong>{listName(task.patient)}</Name>
      <span className={css.line}>{whyInWords(task)}</span>
      <span className={css.line}>
        <When task={task} />
        <CallLink patient={task.patient} />
        <Attempts task={task} />
      </span>
    </div>
  );
}
