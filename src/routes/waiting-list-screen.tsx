import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { WaitingPage } from '#src/features/waiting-list/waiting-page.tsx';
import { OpenTo } from './open-to.tsx';

const route = getRouteApi('/app/waiting-list');

/** The waiting list, with its address as its state. */
export function WaitingListScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <OpenTo
      action="appointments.read"
      title="Waiting list"
      text="The clinic’s staff see the waiting list."
    >
      <WaitingPage
        search={search}
        onSearch={(change) =>
          void navigate({
            from: '/waiting-list',
            to: '/waiting-list',
            search: (before) => ({ ...before, ...change }),
          })
        }
      />
    </OpenTo>
  );
}
