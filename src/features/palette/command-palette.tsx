import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { groupPhone } from '#domain/patients/e164.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { APPOINTMENT_STATUS_LABELS } from '#domain/appointments/appointment-enums.ts';
import type { Patient } from '#domain/patients/patient.ts';
import type { FoundPatient } from '#domain/search/found.ts';
import { ageToday, dateIn, showDate, timeIn, todayIn } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { dueInWords, placeInWords } from '#src/ui/clinic/due-words.ts';
import { useTypedSearch } from '#src/lib/use-typed-search.ts';
import { Name } from '#src/ui/name.tsx';
import { Palette, type PaletteGroup, type PaletteItem } from '#src/ui/palette.tsx';
import { SearchButton } from '#src/ui/search-button.tsx';
import { describeError } from '#src/ui/states.tsx';
import { foundPatientsQuery, foundRecipesQuery } from './palette.queries.ts';
import { noteOpened, recentPatients } from './recent-patients.ts';

const WORDS = 'Name, phone, birth date or number';
const HELP =
  'Type part of a name in any order, the last digits of a phone, a birth date or a clinic number.';

/** A command of the palette: an item, and the words it is found by. */
export type Command = PaletteItem & { words: string };

/** What can be done from the palette with one patient. */
export type PatientAction = Omit<PaletteItem, 'run'> & { run: (patient: Patient) => void };

type Actions = {
  /** What can be done from anywhere. */
  commands: readonly Command[];
  onOpenPatient: (id: string) => void;
  onOpenRecipe: (id: string) => void;
  patientActions: readonly PatientAction[];
};

const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** Commands that hold every word typed. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const words = fold(typed).split(/\s+/);
  return commands.filter((command) => {
    const text = fold(command.words);
    return words.every((word) => text.includes(word));
  });
}

/** Whether what is typed is a command as far as it goes: its first word whole, and what follows begun. */
export function isBegunCommand(commands: readonly Command[], typed: string): boolean {
  const begun = fold(typed.trim());
  return commands.some(({ words }) => {
    const text = `${fold(words)} `;
    return text.startsWith(begun) && begun.length >= text.indexOf(' ') && begun !== '';
  });
}

/** The one box that finds anyone and does anything, from every page, by Ctrl+K. */
export function CommandPalette(actions: Actions) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      // Never above another dialog, whose typed text would be behind it.
      if (!document.querySelector('dialog[open]')) setOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <SearchButton label={WORDS} onOpen={() => setOpen(true)} />
      {isOpen && <OpenPalette {...actions} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenPalette({
  commands,
  patientActions,
  onOpenPatient,
  onOpenRecipe,
  onClose,
}: Actions & { onClose: () => void }) {
  const [q, setQ] = useState('');
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<Patient | null>(null);
  const typed = useTypedSearch(q, (next) => {
    setQ(next);
    setActive(0);
    setChosen(null);
  });
  const isCommand = typed.value.trimStart().startsWith('>');
  const words = isCommand ? '' : q.trim();
  const patients = useQuery(foundPatientsQuery(words));
  const recipes = useQuery(foundRecipesQuery(words, useMay('recipes.read')));
  const { timeZone } = useClinic();

  const patientItem = ({ patient, visit }: FoundPatient): PaletteItem => ({
    id: patient.id,
    icon: 'person',
    label: <Name strong>{fullName(patient)}</Name>,
    second: patientWords(patient, timeZone),
    end: patient.isArchived ? 'Archived' : visit && visitWords(visit, timeZone),
    run: () => {
      noteOpened({ patient, visit });
      onOpenPatient(patient.id);
    },
  });
  const people = words === '' ? recentPatients() : (patients.data?.patients ?? []);
  const command = isCommand ? typed.value.trimStart().slice(1).trim() : words;
  const toDo: PaletteGroup = { title: 'Do', items: matching(commands, command) };
  const isToDoFirst = isBegunCommand(commands, command);
  const groups: PaletteGroup[] = [
    ...(isToDoFirst ? [toDo] : []),
    ...(isCommand
      ? []
      : [
          {
            title: words === '' ? 'Opened before' : 'Patients',
            items: people.map(patientItem),
          },
          ...(chosen === null ? [] : [actionsWith(chosen, patientActions)]),
          {
            title: 'Recipes',
            items: (words === '' ? [] : (recipes.data?.items ?? [])).map(
              ({ id, name }): PaletteItem => ({
                id,
                icon: 'flask',
                label: name,
                run: () => onOpenRecipe(id),
              }),
            ),
          },
        ]),
    ...(isToDoFirst ? [] : [toDo]),
  ];
  const found = groups.reduce((sum, group) => sum + group.items.length, 0);
  const note = patients.error
    ? describeError(patients.error).title
    : typed.value.trim() === ''
      ? HELP
      : words !== '' && patients.isSuccess && people.length === 0
        ? 'Nobody matches. Try fewer words, or the birth date.'
        : `${found} found`;
  return (
    <Palette
      isOpen
      onClose={onClose}
      label={WORDS}
      {...typed}
      groups={groups}
      active={active}
      onActive={setActive}
      onMore={(item) =>
        setChosen(people.find(({ patient }) => patient.id === item.id)?.patient ?? null)
      }
      note={note}
    />
  );
}

/** Where today's visit stands, or when the next one is. */
function visitWords(
  { startsAt, status }: NonNullable<FoundPatient['visit']>,
  timeZone: string,
): string {
  const day = dateIn(timeZone, startsAt);
  if (day !== todayIn(timeZone)) return showDate(day);
  const time = `today ${timeIn(timeZone, startsAt)}`;
  const isUnderWay = status !== 'booked' && status !== 'confirmed';
  return isUnderWay ? `${APPOINTMENT_STATUS_LABELS[status]}, ${time}` : time;
}

function patientWords(patient: FoundPatient['patient'], timeZone: string): ReactNode {
  const { birthDate, clinicNumber, nextDue } = patient;
  const today = todayIn(timeZone);
  const born =
    birthDate === null ? '' : `${showDate(birthDate)}, ${ageToday(birthDate, timeZone)} · `;
  return (
    <span data-private="">
      {born}
      {clinicNumber}
      {nextDue?.due && ` · ${placeInWords(nextDue)}, ${dueInWords(nextDue.due, today)}`}
    </span>
  );
}

function actionsWith(patient: Patient, actions: readonly PatientAction[]): PaletteGroup {
  const { phone } = patient;
  return {
    title: `With ${fullName(patient)}`,
    items: [
      ...actions.map((action): PaletteItem => ({ ...action, run: () => action.run(patient) })),
      ...(phone === null
        ? []
        : [
            {
              id: 'call',
              icon: 'phone' as const,
              label: `Call ${groupPhone(phone)}`,
              run: () => window.location.assign(`tel:${phone}`),
            },
          ]),
    ],
  };
}
