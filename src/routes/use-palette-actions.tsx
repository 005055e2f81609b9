import { useNavigate } from '@tanstack/react-router';
import type { Patient } from '#domain/patients/patient.ts';
import type { Command, PatientAction } from '#src/features/palette/command-palette.tsx';
import { useMay } from '#src/lib/me.ts';
import type { NavItem } from '#src/ui/app-rail.tsx';
import { setWaitingTask } from '#src/ui/clinic/waiting-desk.ts';
import type { IconName } from '#src/ui/icon.tsx';
import { setLooks, useLooks } from '#src/ui/theme.ts';

type Desk = {
  places: readonly NavItem[];
  /** Begins a booking, for this patient if one is given. */
  onBook: (patient?: Patient) => void;
  onShortcuts: () => void;
  onLock: () => void;
  onSignOut: () => void;
};

const command = (icon: IconName, words: string, run: () => void, keys?: string): Command => ({
  id: words,
  icon,
  label: words,
  words,
  run,
  keys,
});

const patientAction = (
  icon: IconName,
  label: string,
  run: (patientId: string) => void,
): PatientAction => ({ id: label, icon, label, run: ({ id }) => run(id) });

/** What this person can open and do from the palette. */
export function usePaletteActions({ places, onBook, onShortcuts, onLock, onSignOut }: Desk) {
  const navigate = useNavigate();
  const looks = useLooks();
  const mayRegister = useMay('patients.write');
  const mayBook = useMay('appointments.write');
  const mayFile = useMay('phone-reports.write');
  const commands: Command[] = [
    ...(mayBook
      ? [
          command('calendar', 'Book a visit', () => onBook()),
          command('hourglass', 'Put on the waiting list', () =>
            setWaitingTask({ kind: 'add', start: {} }),
          ),
        ]
      : []),
    ...(mayRegister
      ? [command('plus', 'New patient', () => void navigate({ to: '/patients/new' }))]
      : []),
    ...(mayFile
      ? [
          command(
            'phone',
            'A patient phoned with a problem',
            () => void navigate({ to: '/phone-reports/new' }),
          ),
        ]
      : []),
    ...places.map((place) =>
      command(place.icon, `Go to ${place.label}`, () => void navigate({ to: place.to })),
    ),
    looks.privacy
      ? command('eye', 'Show names', () => setLooks({ privacy: false }), 'H')
      : command('eye-off', 'Blur names', () => setLooks({ privacy: true }), 'H'),
    command('sun', 'Light theme', () => setLooks({ theme: 'light' })),
    command('moon', 'Dark theme', () => setLooks({ theme: 'dark' })),
    looks.density === 'compact'
      ? command('list', 'Comfortable rows', () => setLooks({ density: 'comfortable' }))
      : command('list', 'Compact rows', () => setLooks({ density: 'compact' })),
    command('keyboard', 'Keyboard shortcuts', onShortcuts, '?'),
    command('person', 'Your account', () => void navigate({ to: '/account' })),
    command('lock', 'Lock this desk', onLock),
    command('sign-out', 'Sign out', onSignOut),
  ];
  const patientActions: PatientAction[] = [
    ...(mayBook
      ? [
          {
            id: 'book',
            icon: 'calendar' as const,
            label: 'Book the next visit',
            run: (patient: Patient) => onBook(patient),
          },
          patientAction('hourglass', 'Put on the waiting list', (patientId) =>
            setWaitingTask({ kind: 'add', start: { patientId } }),
          ),
        ]
      : []),
    ...(mayRegister
      ? [
          patientAction(
            'edit',
            'Change the details',
            (patientId) =>
              void navigate({ to: '/patients/$patientId/edit', params: { patientId } }),
          ),
        ]
      : []),
    ...(mayFile
      ? [
          patientAction(
            'phone',
            'Phoned with a problem',
            (patient) => void navigate({ to: '/phone-reports/new', search: { patient } }),
          ),
        ]
      : []),
  ];
  return {
    commands,
    patientActions,
    onOpenPatient: (patientId: string) =>
      void navigate({ to: '/patients/$patientId', params: { patientId } }),
    onOpenRecipe: (recipeId: string) =>
      void navigate({ to: '/recipes/$recipeId', params: { recipeId } }),
  };
}
