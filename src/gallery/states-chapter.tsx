import { Button } from '#src/ui/button.tsx';
import { EmptyState, ErrorState, LoadingState, NoPermissionState } from '#src/ui/states.tsx';

import { BothThemes, Chapter, Specimen } from './specimen.tsx';

const PROBLEM = {
  type: 'about:blank',
  title: 'This took too long and was stopped.',
  status: 503,
  code: 'timed_out',
  requestId: '7F3A-22',
};

/** The four states every screen has. */
export function StatesChapter() {
  return (
    <Chapter id="states" title="States">
      <BothThemes>
        {() => (
          <>
            <Specimen name="Loading: table, form, text, chart" grid>
              <LoadingState rows={4} />
              <LoadingState kind="form" rows={2} />
              <LoadingState kind="text" rows={4} />
              <LoadingState kind="chart" />
            </Specimen>
            <ErrorState
              size="panel"
              title="The list did not load"
              problem={PROBLEM}
              kept="Your filters are kept."
              onRetry={() => undefined}
              action={<Button>Open the day sheet</Button>}
            />
            <ErrorState
              size="panel"
              problem={new TypeError('Failed to fetch')}
              onRetry={() => undefined}
              isRetrying
            />
            <EmptyState
              size="panel"
              icon="flask"
              title="No recipes yet"
              text="A recipe names its ingredients, their amounts and the version. Sessions are recorded with one."
              action={
                <Button variant="primary" icon="plus">
                  New recipe
                </Button>
              }
            />
            <NoPermissionState
              size="panel"
              title="Clinical notes are not open to reception"
              text="You can see the appointments and the contact details of this patient."
            />
          </>
        )}
      </BothThemes>
    </Chapter>
  );
}
