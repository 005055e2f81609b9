import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  type Gap,
  GAP_LABELS,
  type OutcomesOverview,
  type OverviewPart,
} from '#domain/reports/overview.ts';
import { completenessLevel } from '#domain/reports/responders.ts';
import { showDate } from '#src/lib/dates.ts';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import css from './overview-page.module.css';
import { overviewQuery } from './reports.queries.ts';

/** A report of the list, as the routes know it. */
export type ReportKey =
  | 'responders'
  | 'change'
  | 'side_effects'
  | 'severity'
  | 'harms'
  | 'resolution'
  | 'noticing'
  | 'completion'
  | 'drop_out'
  | 'adherence'
  | 'follow_up'
  | 'data_quality'
  | 'funnel'
  | 'periods'
  | 'weeks'
  | 'no_shows';

type Line = { key: ReportKey; title: string; figure: (data: OutcomesOverview) => string };

/** "12 of 200 · 6 %", or only the counts below ten. */
function partWords({ count, of }: OverviewPart, what: string, round = Math.round): string {
  if (of === 0) return `no ${what} yet`;
  if (of < 10) return `${count} of ${of} ${what}`;
  const percent = round((100 * count) / of);
  return `${count} of ${of} ${what} · ${count > 0 && percent === 0 ? 'under 1' : percent} %`;
}

/** Rounded down, as the headline is: 79.8 % must not read as the 80 % it falls short of. */
const assessedWords = (part: OverviewPart, week: number): string =>
  partWords(part, `due assessed at week ${week}`, Math.floor);

const GROUPS: { title: string; lines: Line[] }[] = [
  {
    title: 'What patients reported',
    lines: [
      {
        key: 'responders',
        title: 'Rated or reported improved',
        figure: ({ followUp }) => assessedWords(followUp.week12, 12),
      },
      {
        key: 'noticing',
        title: 'When patients first noticed a change',
        figure: ({ noticed }) => partWords(noticed, 'people asked noticed'),
      },
      {
        key: 'change',
        title: 'Readings compared with the baseline',
        figure: ({ patients }) => `${patients} people started`,
      },
    ],
  },
  {
    title: 'Side effects',
    lines: [
      {
        key: 'side_effects',
        title: 'How often one was recorded',
        figure: ({ sideEffects }) => partWords(sideEffects, 'sessions asked after'),
      },
      {
        key: 'severity',
        title: 'How severe they were',
        figure: ({ serious }) => partWords(serious, 'people with a serious one'),
      },
      {
        key: 'harms',
        title: 'Which ones were recorded',
        figure: ({ patients }) => `of ${patients} people`,
      },
      {
        key: 'resolution',
        title: 'How long they lasted',
        figure: ({ sideEffects }) => `${sideEffects.count} sessions with one`,
      },
      {
        key: 'funnel',
        title: 'Practitioners and recipes within the limits of chance',
        figure: ({ patients }) => `${patients} people`,
      },
      {
        key: 'weeks',
        title: 'Side effects and records by week',
        figure: ({ sessions }) => `${sessions} sessions`,
      },
    ],
  },
  {
    title: 'Courses and appointments',
    lines: [
      {
        key: 'completion',
        title: 'Courses completed',
        figure: ({ completed }) => partWords(completed, 'courses due to end'),
      },
      {
        key: 'drop_out',
        title: 'Who stays in the course, and why people leave',
        figure: ({ gaps }) =>
          `${gaps.find(({ gap }) => gap === 'lapsed_courses')?.count ?? 0} lapsed now`,
      },
      {
        key: 'adherence',
        title: 'Planned intervals kept',
        figure: ({ gapsWithin }) => partWords(gapsWithin, 'gaps within the plan'),
      },
      {
        key: 'no_shows',
        title: 'Appointments nobody came to, by week',
        figure: ({ noShows }) => partWords(noShows, 'in the last 26 weeks'),
      },
    ],
  },
  {
    title: 'How complete it all is',
    lines: [
      {
        key: 'follow_up',
        title: 'Follow-up, by group',
        figure: ({ followUp }) => assessedWords(followUp.week24, 24),
      },
      {
        key: 'data_quality',
        title: 'Records of sessions',
        figure: ({ lots }) => partWords(lots, 'sessions with every lot'),
      },
      {
        key: 'periods',
        title: 'Two periods side by side',
        figure: ({ patients }) => `${patients} people`,
      },
    ],
  },
];

/**
 * The manager's first page: how complete the follow-up is comes first, because whatever a chart
 * says, it says of those who were followed up; then the reports, then what is missing.
 */
export function OverviewPage({
  reportLink,
  gapLink,
  actions,
  firstSteps,
}: {
  /** A link to a report around its title. */
  reportLink: (key: ReportKey, title: string) => ReactNode;
  /** A link to the list that mends a gap; null where the role has none. */
  gapLink: (gap: Gap) => ReactNode;
  actions?: ReactNode;
  firstSteps?: ReactNode;
}) {
  const query = useQuery(overviewQuery());
  return (
    <PageFrame
      title="Outcomes"
      meta={query.data && `First courses, as of ${showDate(query.data.asOf)}`}
      actions={actions}
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" />}
        errorTitle="The overview did not load"
        isEmpty={({ patients }) => patients === 0}
        empty={
          <EmptyState
            icon="chart"
            title="Nobody to count yet"
            text="A person counts here from their first signed session. Record sessions first."
            action={firstSteps}
          />
        }
      >
        {(data) => (
          <div className={css.page}>
            <Completeness data={data} />
            <div className={css.groups}>
              {GROUPS.map((group) => (
                <div key={group.title}>
                  <Section title={group.title}>
                    <ul className={css.lines}>
                      {group.lines.map((line) => (
                        <li key={line.key}>
                          {reportLink(line.key, line.title)}
                          <span className={css.figure}>{line.figure(data)}</span>
                        </li>
                      ))}
                    </ul>
                  </Section>
                </div>
              ))}
            </div>
            <Section title="What is missing" meta="and where it is mended">
              <ul className={css.lines}>
                {data.gaps.map(({ gap, count }) => (
                  <li key={gap}>
                    <span className={css.gap}>
                      <b>{count}</b> {GAP_LABELS[gap]}
                    </span>
                    <span className={css.figure}>{count > 0 && gapLink(gap)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        )}
      </QueryBoundary>
    </PageFrame>
  );
}

const LEVELS = {
  enough: null,
  low: 'Under the clinic’s 80 %',
  very_low: 'Under 60 %: read everything below with care',
} as const;

function Completeness({ data }: { data: OutcomesOverview }) {
  const { week12 } = data.followUp;
  if (week12.of === 0) return <p className={css.none}>Nobody is due at week 12 yet.</p>;
  const share = week12.count / week12.of;
  const warning = LEVELS[completenessLevel(share)];
  return (
    <div className={css.headline}>
      <p className={css.line}>
        <strong className={css.big}>{Math.floor(share * 100)} %</strong>
        <span className={css.label}>followed up</span>
        <span>
          {week12.count} of {week12.of} due at week 12
        </span>
        {warning !== null && <Status tone="review">{warning}</Status>}
      </p>
      <div
        className={css.bar}
        role="img"
        aria-label={`${week12.count} assessed, ${week12.of - week12.count} not assessed`}
      >
        <span className={css.done} style={{ flexGrow: week12.count }} />
        {week12.of > week12.count && (
          <span className={css.open} style={{ flexGrow: week12.of - week12.count }} />
        )}
      </div>
      <p className={css.weeks}>
        {assessedWords(data.followUp.week24, 24)} · {assessedWords(data.followUp.week52, 52)}
      </p>
    </div>
  );
}
