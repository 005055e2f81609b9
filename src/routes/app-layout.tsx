import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useMatches, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import { ROLE_LABELS } from '#domain/staff/permissions.ts';
import { DeskGate } from '#src/features/sign-in/desk-gate.tsx';
import { lockDesk, signOut } from '#src/features/sign-in/sign-in.mutations.ts';
import { useIdleLock } from '#src/features/sign-in/use-idle-lock.ts';
import type { Task } from '#src/features/appointments/task-dialogs.tsx';
import { CommandPalette } from '#src/features/palette/command-palette.tsx';
import { forgetOpened } from '#src/features/palette/recent-patients.ts';
import { NotificationBell } from '#src/features/notifications/notification-bell.tsx';
import { dateOrderOf, todayIn } from '#src/lib/dates.ts';
import { getDeskState, setDeskState, subscribeDeskState } from '#src/lib/desk-state.ts';
import { followChanges } from '#src/lib/live.ts';
import { useMay, useMe } from '#src/lib/me.ts';
import { AppShell } from '#src/ui/app-shell.tsx';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { clearDrafts } from '#src/ui/drafts.ts';
import { showToast } from '#src/ui/toast-store.ts';
import { navigationOf, placeOf } from './navigation.ts';
import { notificationLink } from './notification-link.tsx';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import { usePaletteActions } from './use-palette-actions.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { WaitingDesk } from './waiting-desk.tsx';

// The booking's dialogs come with the first booking, not with the first page.
const BookingAnywhere = lazy(async () => {
  const booking = await import('./booking-anywhere.tsx');
  return { default: booking.BookingAnywhere };
});

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page takes the whole screen, as while a session is recorded. */
    hideRail?: boolean;
  }
}

/** The shell around every signed-in page: menu, search, the person's own menu, and the gate of a locked desk. */
export function AppLayout() {
  const me = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const mayRegister = useMay('patients.write');
  const hideRail = useMatches({
    select: (matches) => matches.some(({ staticData }) => staticData.hideRail === true),
  });
  const [areShortcutsOpen, setShortcutsOpen] = useState(false);
  const [booking, setBooking] = useState<Task | null>(null);
  const lock = () => {
    setDeskState('locked');
    lockDesk().catch(() =>
      showToast({ text: 'The desk is locked here, but the server was not reached.' }),
    );
  };
  useIdleLock(me.clinic.idleLockMinutes, lock);
  const isOpen = useSyncExternalStore(subscribeDeskState, getDeskState) === 'open';
  useEffect(() => (isOpen ? followChanges(queryClient) : undefined), [isOpen, queryClient]);
  const leave = () => {
    signOut()
      .then(async () => {
        clearDrafts();
        forgetOpened();
        queryClient.clear();
        await navigate({ to: '/sign-in' });
      })
      .catch(() =>
        showToast({ text: 'You are still signed in: the server was not reached. Try again.' }),
      );
  };
  useFocusOnArrival();
  const places = navigationOf(me);
  const palette = usePaletteActions({
    places,
    onBook: (patient) =>
      setBooking({
        kind: 'book',
        start: {
          date: todayIn(me.clinic.timeZone),
          patientId: patient?.id,
          patientName: patient && fullName(patient),
        },
      }),
    onShortcuts: () => setShortcutsOpen(true),
    onLock: lock,
    onSignOut: leave,
  });
  const current = placeOf(places, pathname);
  const roles = me.staff.roles.map((role) => ROLE_LABELS[role]).join(', ');
  return (
    <ClinicDates
      value={{ order: dateOrderOf(me.clinic.country), today: todayIn(me.clinic.timeZone) }}
    >
      <AppShell
        hideRail={hideRail}
        nav={places}
        renderLink={(item, part) => (
          <Link
            to={item.to}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={item.to === current ? 'page' : undefined}
            {...part}
          />
        )}
        person={{ name: me.staff.name, role: roles }}
        banner={me.clinic.isDemo ? 'Demo clinic. Every person here is made up.' : undefined}
        search={<CommandPalette {...palette} />}
        actions={
          <>
            <NotificationBell renderLink={notificationLink} />
            {mayRegister && (
              <Link to="/patients/new" className={buttonClass({ variant: 'quiet' })}>
                <ButtonContent icon="plus">New patient</ButtonContent>
              </Link>
            )}
          </>
        }
        onShortcuts={() => setShortcutsOpen(true)}
        onChangePassword={() => void navigate({ to: '/account' })}
        onLock={lock}
        onSignOut={leave}
      >
        <Outlet />
      </AppShell>
      {booking && (
        <Suspense>
          <BookingAnywhere task={booking} onTask={setBooking} />
        </Suspense>
      )}
      <WaitingDesk />
      <ShortcutSheet isOpen={areShortcutsOpen} onOpen={setShortcutsOpen} />
      <DeskGate email={me.staff.email} name={me.staff.name} onLeave={leave} />
    </ClinicDates>
  );
}
