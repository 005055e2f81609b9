import type { OpeningHours } from '#domain/clinic/clinic.ts';
import type { Role } from '#domain/staff/permissions.ts';

/** The password of every account of the demo clinic; they exist in a demo database only. */
export const DEMO_PASSWORD = 'demo-clinic';

/** A fixed id of the demo clinic: `kind` keeps the areas apart, `number` counts within one. */
export const demoId = (kind: number, number: number): string =>
  `d0000000-0000-7${kind.toString(16).padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`;

const DAY = [{ from: '09:00', to: '19:00' }];
const WEEKEND = [{ from: '10:00', to: '16:00' }];

/**
 * The made-up clinic that shows what the product does. Nobody in it exists. It is open on all seven
 * days, so that whoever looks at it on a Sunday finds a full day too.
 */
export const DEMO_CLINIC: {
  name: string;
  timeZone: string;
  country: string;
  hours: OpeningHours;
  rooms: { id: string; name: string }[];
} = {
  name: 'Clínica Ribeira',
  timeZone: 'Europe/Lisbon',
  country: 'PT',
  hours: {
    monday: DAY,
    tuesday: DAY,
    wednesday: DAY,
    thursday: DAY,
    friday: DAY,
    saturday: WEEKEND,
    sunday: WEEKEND,
  },
  rooms: ['Room 1', 'Room 2', 'Room 3', 'Room 4'].map((name, index) => ({
    id: demoId(1, index + 1),
    name,
  })),
};

/** One made-up member of staff. */
export type DemoPerson = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  isPrescriber: boolean;
  isOwner: boolean;
};

/** The made-up staff; the first three are the accounts shown at the door. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  {
    id: demoId(2, 1),
    name: 'Inês Carvalho',
    email: 'reception@demo.clinic',
    roles: ['receptionist'],
    isPrescriber: false,
    isOwner: false,
  },
  {
    id: demoId(2, 2),
    name: 'Dr Marta Figueiredo',
    email: 'practitioner@demo.clinic',
    roles: ['practitioner'],
    isPrescriber: true,
    isOwner: false,
  },
  {
    id: demoId(2, 3),
    name: 'Henrique Rosa',
    email: 'manager@demo.clinic',
    roles: ['manager'],
    isPrescriber: false,
    isOwner: true,
  },
  {
    id: demoId(2, 4),
    name: 'Dr Piotr Wiśniewski',
    email: 'wisniewski@demo.clinic',
    roles: ['practitioner'],
    isPrescriber: true,
    isOwner: false,
  },
  {
    id: demoId(2, 5),
    name: 'Joana Reis',
    email: 'reis@demo.clinic',
    roles: ['practitioner'],
    isPrescriber: false,
    isOwner: false,
  },
];

const week = (weekdays: OpeningHours['monday'], off: Partial<OpeningHours>): OpeningHours => ({
  monday: weekdays,
  tuesday: weekdays,
  wednesday: weekdays,
  thursday: weekdays,
  friday: weekdays,
  saturday: WEEKEND,
  sunday: WEEKEND,
  ...off,
});

/** When each practitioner of the demo clinic works, on the clinic's clock, by staff id. */
export const DEMO_STAFF_HOURS: Readonly<Record<string, OpeningHours>> = {
  [demoId(2, 2)]: week(
    [
      { from: '09:00', to: '12:30' },
      { from: '13:30', to: '18:00' },
    ],
    {},
  ),
  [demoId(2, 4)]: week(
    [
      { from: '09:30', to: '13:00' },
      { from: '14:00', to: '19:00' },
    ],
    { saturday: [] },
  ),
  [demoId(2, 5)]: week([{ from: '10:00', to: '17:30' }], { monday: [] }),
};
