import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Behind } from '#domain/reports/report-patients.ts';
import { RUN_DETAILS, type RunReportKey } from '#domain/reports/runs.ts';
import { BehindPage } from '#src/features/reports/behind-page.tsx';
import { ChangesPage } from '#src/features/reports/changes-page.tsx';
import { CurvesPage } from '#src/features/reports/curves-page.tsx';
import { FunnelPage } from '#src/features/reports/funnel-page.tsx';
import type { FiltersSearch } from '#src/features/reports/reports.queries.ts';
import { PeriodsPage } from '#src/features/reports/periods-page.tsx';
import { RunsPage } from '#src/features/reports/runs-page.tsx';
import { SharesPage } from '#src/features/reports/shares-page.tsx';
import { useMay } from '#src/lib/me.ts';
import { Button, ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { OpenTo } from './open-to.tsx';

const shares = getRouteApi('/app/outcomes/shares');
const curves = getRouteApi('/app/outcomes/times');
const changes = getRouteApi('/app/outcomes/changes');
const runs = getRouteApi('/app/outcomes/weeks');
const funnel = getRouteApi('/app/outcomes/funnel');
const periods = getRouteApi('/app/outcomes/periods');
const behind = getRouteApi('/app/outcomes/behind');

const back = (
  <Link to="/outcomes" className={buttonClass({ variant: 'quiet' })}>
    <ButtonContent icon="arrow-left">Outcomes</ButtonContent>
  </Link>
);

function Open({ children }: { children: ReactNode }) {
  return (
    <OpenTo
      action="reports.read"
      title="Outcomes"
      text="Practitioners and managers read the reports on outcomes."
    >
      {children}
    </OpenTo>
  );
}

/** Who is counted, without what only one report asks. */
const filtersOf = (search: FiltersSearch): FiltersSearch => {
  const { groupBy, from, to, indication, technique, practitionerId, recipeId } = search;
  return { groupBy, from, to, indication, technique, practitionerId, recipeId };
};

/** How many of how many, by group. */
export function SharesScreen() {
  const search = shares.useSearch();
  const navigate = useNavigate();
  return (
    <Open>
      <SharesPage
        key={search.report}
        search={search}
        back={back}
        onSearch={(change) =>
          void navigate({ to: '/outcomes/shares', search: { ...search, ...change } })
        }
        onOpen={(opened: Behind, group) =>
          void navigate({
            to: '/outcomes/behind',
            search: { ...filtersOf(search), courses: search.courses, behind: opened, group },
          })
        }
      />
    </Open>
  );
}

/** Times until something. */
export function CurvesScreen() {
  const search = curves.useSearch();
  const navigate = useNavigate();
  return (
    <Open>
      <CurvesPage
        key={search.report}
        search={search}
        back={back}
        onSearch={(change) =>
          void navigate({ to: '/outcomes/times', search: { ...search, ...change } })
        }
        onOpen={(opened, group) =>
          void navigate({
            to: '/outcomes/behind',
            search: { ...filtersOf(search), behind: opened, group },
          })
        }
      />
    </Open>
  );
}

/** Change from the baseline. */
export function ChangesScreen() {
  const search = changes.useSearch();
  const navigate = useNavigate();
  return (
    <Open>
      <ChangesPage
        search={search}
        back={back}
        onSearch={(change) =>
          void navigate({ to: '/outcomes/changes', search: { ...search, ...change } })
        }
        onOpen={(opened, group) =>
          void navigate({
            to: '/outcomes/behind',
            search: {
              ...filtersOf(search),
              behind: opened,
              group,
              week: search.week,
              measure: search.measure,
            },
          })
        }
      />
    </Open>
  );
}

const WEEKS_BEHIND: Partial<Record<RunReportKey, Behind>> = {
  side_effects: 'week_side_effects',
  lots: 'week_lots',
  depths: 'week_depths',
};

/** Counts by week. A week of the diary opens its appointments, another one its patients. */
export function RunsScreen() {
  const search = runs.useSearch();
  const navigate = useNavigate();
  const { practitionerId, indication, technique, recipeId } = search;
  return (
    <Open>
      <RunsPage
        search={search}
        back={back}
        onSearch={(change) =>
          void navigate({ to: '/outcomes/weeks', search: { ...search, ...change } })
        }
        onOpenWeek={(week) => {
          const opened = WEEKS_BEHIND[search.report];
          if (RUN_DETAILS[search.report].isDiary || opened === undefined)
            void navigate({
              to: '/desk-report/appointments',
              search: {
                ...week,
                practitionerId,
                kind: search.report === 'late_cancels' ? 'late_cancel' : 'no_show',
              },
            });
          else
            void navigate({
              to: '/outcomes/behind',
              search: { ...week, practitionerId, indication, technique, recipeId, behind: opened },
            });
        }}
      />
    </Open>
  );
}

/** Shares against volume, between the limits of chance. */
export function FunnelScreen() {
  const search = funnel.useSearch();
  const navigate = useNavigate();
  const { figure: _, groupBy = 'practitioner', ...counted } = search;
  return (
    <Open>
      <FunnelPage
        search={search}
        back={back}
        onSearch={(change) =>
          void navigate({ to: '/outcomes/funnel', search: { ...search, ...change } })
        }
        onOpen={(group) =>
          void navigate({
            to: '/outcomes/behind',
            search: { ...counted, groupBy, behind: 'row', group },
          })
        }
      />
    </Open>
  );
}

/** One figure in two periods. */
export function PeriodsScreen() {
  const search = periods.useSearch();
  const navigate = useNavigate();
  return (
    <Open>
      <PeriodsPage
        search={search}
        back={back}
        onSearch={(change) =>
          void navigate({ to: '/outcomes/periods', search: { ...search, ...change } })
        }
        onOpen={(opened, group, period) =>
          void navigate({
            to: '/outcomes/behind',
            search: {
              ...period,
              groupBy: 'indication',
              indication: search.indication,
              behind: opened,
              group,
            },
          })
        }
      />
    </Open>
  );
}

/** The patients behind a point or row. */
export function BehindScreen() {
  const search = behind.useSearch();
  const navigate = useNavigate();
  const { history } = useRouter();
  const seesCharts = useMay('chart.read');
  return (
    <Open>
      <BehindPage
        search={search}
        seesCharts={seesCharts}
        back={
          <Button variant="quiet" icon="arrow-left" onClick={() => history.back()}>
            Back
          </Button>
        }
        onState={(state) =>
          void navigate({ to: '/outcomes/behind', search: { ...search, state }, replace: true })
        }
        onOpen={(patientId) => void navigate({ to: '/patients/$patientId', params: { patientId } })}
      />
    </Open>
  );
}
