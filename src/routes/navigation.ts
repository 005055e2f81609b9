import { type Action, can } from '#domain/staff/permissions.ts';
import type { Me } from '#domain/staff/me.ts';
import { actorOf } from '#src/lib/me.ts';
import type { NavItem } from '#src/ui/app-rail.tsx';

type Place = NavItem & { action: Action };

const MY_DAY: Place = {
  to: '/my-day',
  label: 'My day',
  icon: 'list',
  action: 'chart.read',
};
const SCHEDULE: Place = {
  to: '/today',
  label: 'Schedule',
  icon: 'calendar',
  action: 'appointments.read',
};
const WAITING_LIST: Place = {
  to: '/waiting-list',
  label: 'Waiting list',
  icon: 'hourglass',
  action: 'appointments.read',
};
const PATIENTS: Place = {
  to: '/patients',
  label: 'Patients',
  icon: 'patients',
  action: 'patients.read',
};
const FOLLOW_UPS: Place = {
  to: '/follow-ups',
  label: 'Follow-ups',
  icon: 'phone',
  action: 'follow-ups.read',
};
/** Managers call nobody: they see how complete the follow-up is. */
const FOLLOW_UP_SHARE: Place = { ...FOLLOW_UPS, action: 'follow-ups.completeness' };
const OUTCOMES: Place = {
  to: '/outcomes',
  label: 'Outcomes',
  icon: 'chart',
  action: 'reports.read',
};
const DESK_REPORT: Place = {
  to: '/desk-report',
  label: 'Desk report',
  icon: 'clock',
  action: 'desk-reports.read',
};
const RECIPES: Place = { to: '/recipes', label: 'Recipes', icon: 'flask', action: 'recipes.read' };
const INGREDIENTS: Place = {
  to: '/ingredients',
  label: 'Ingredients',
  icon: 'drop',
  action: 'ingredients.read',
};
const IMPORT: Place = {
  to: '/patients/import',
  label: 'Import',
  icon: 'import',
  action: 'patients.import',
};
const STAFF: Place = {
  to: '/staff',
  label: 'Staff',
  icon: 'person',
  action: 'staff.read',
  group: 'Clinic',
};
const SETTINGS: Place = {
  to: '/settings',
  label: 'Settings',
  icon: 'settings',
  action: 'availability.read',
  group: 'Clinic',
};
const AUDIT: Place = {
  to: '/audit',
  label: 'Audit trail',
  icon: 'shield',
  action: 'audit.read',
  group: 'Clinic',
};

const CARE_ORDER = [
  MY_DAY,
  SCHEDULE,
  FOLLOW_UPS,
  PATIENTS,
  WAITING_LIST,
  RECIPES,
  INGREDIENTS,
  OUTCOMES,
  DESK_REPORT,
  IMPORT,
  STAFF,
  SETTINGS,
  AUDIT,
];
const REVIEW_ORDER = [
  OUTCOMES,
  SCHEDULE,
  FOLLOW_UP_SHARE,
  PATIENTS,
  WAITING_LIST,
  RECIPES,
  INGREDIENTS,
  IMPORT,
  STAFF,
  SETTINGS,
  AUDIT,
];

const isReviewer = (me: Me): boolean => me.staff.roles.every((role) => role === 'manager');

/** Whoever stays at the desk: receptionists who do not treat as well. */
const isAtDesk = ({ staff: { roles } }: Me): boolean =>
  roles.includes('receptionist') && !roles.includes('practitioner');

/** The menu of this person, the page they came for first. */
export function navigationOf(me: Me): NavItem[] {
  const actor = actorOf(me);
  return (isReviewer(me) ? REVIEW_ORDER : CARE_ORDER)
    .filter((place) => can(actor, place.action))
    .map(({ action: _, ...item }) =>
      item.to === SCHEDULE.to && isAtDesk(me) ? { ...item, label: 'Today' } : item,
    );
}

/** Where this person begins: the desk on today, managers at the outcomes, practitioners on their day. */
export function homeOf(me: Me): '/today' | '/outcomes' | '/my-day' | '/patients' {
  if (isAtDesk(me)) return '/today';
  if (isReviewer(me)) return '/outcomes';
  return can(actorOf(me), 'chart.read') ? '/my-day' : '/patients';
}

/** The place of the menu that a page belongs to: the longest that its path begins with. */
export function placeOf(
  places: readonly Pick<NavItem, 'to'>[],
  pathname: string,
): string | undefined {
  return places
    .map(({ to }) => to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}
