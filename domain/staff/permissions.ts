/** The roles a person may hold; several at once is usual in a small clinic. Source: PRODUCT.md. */
export const ROLES = ['receptionist', 'practitioner', 'manager'] as const;

/** One role. */
export type Role = (typeof ROLES)[number];

/** What a role is called on screen. */
export const ROLE_LABELS: Record<Role, string> = {
  receptionist: 'Reception',
  practitioner: 'Practitioner',
  manager: 'Manager',
};

/** Who acts: their roles and the two credentials that widen them. */
export type Actor = {
  staffId: string;
  roles: readonly Role[];
  /** A practitioner who may prescribe, and so override a stop. */
  isPrescriber: boolean;
  /** A manager who also holds the staff accounts. */
  isOwner: boolean;
};

type Holder = Role | 'owner';

/**
 * Each action and the roles that hold it.
 * Source: PRODUCT.md, "Who may do what"; a person with two roles has both rows.
 */
const HOLDERS = {
  'me.read': ['receptionist', 'practitioner', 'manager'],
  'clinic.read': ['receptionist', 'practitioner', 'manager'],
  'clinic.write': ['manager'],
  'staff.read': ['receptionist', 'practitioner', 'manager'],
  'staff.write': ['owner'],
  'patients.read': ['receptionist', 'practitioner', 'manager'],
  'patients.write': ['receptionist', 'practitioner'],
  'patients.import': ['receptionist', 'manager'],
  'patients.export': ['owner'],
  'chart.read': ['practitioner'],
  'appointments.read': ['receptionist', 'practitioner', 'manager'],
  'appointments.write': ['receptionist', 'practitioner'],
  'appointments.override': ['manager'],
  'availability.read': ['receptionist', 'practitioner', 'manager'],
  'availability.write': ['manager'],
  // A practitioner holds it for themselves only: see `can`.
  'hours.write': ['practitioner', 'manager'],
  'protocols.read': ['practitioner', 'manager'],
  'protocols.propose': ['practitioner'],
  'protocols.approve': ['manager'],
  'profiles.read': ['practitioner'],
  'profiles.write': ['practitioner'],
  'screening.read': ['practitioner'],
  'screening.write': ['practitioner'],
  'screening-levels.read': ['practitioner', 'manager'],
  'screening-levels.propose': ['practitioner', 'manager'],
  'screening-levels.write': ['manager'],
  'intake.write': ['receptionist', 'practitioner'],
  'consents.read': ['practitioner'],
  'consents.write': ['practitioner'],
  'consents.count': ['practitioner', 'manager'],
  'consent-templates.read': ['practitioner', 'manager'],
  'consent-templates.propose': ['practitioner', 'manager'],
  'consent-templates.approve': ['manager'],
  'stops.override': ['practitioner'],
  'phone-reports.write': ['receptionist', 'practitioner'],
  'phone-reports.read': ['practitioner'],
  'follow-ups.read': ['receptionist', 'practitioner'],
  'follow-ups.write': ['receptionist', 'practitioner'],
  'follow-ups.record': ['practitioner'],
  'follow-ups.completeness': ['practitioner', 'manager'],
  'desk-reports.read': ['receptionist', 'practitioner', 'manager'],
  'search.read': ['receptionist', 'practitioner', 'manager'],
  'notifications.read': ['receptionist', 'practitioner', 'manager'],
  'ingredients.read': ['practitioner', 'manager'],
  'ingredients.write': ['practitioner'],
  'recipes.read': ['practitioner', 'manager'],
  'recipes.write': ['practitioner'],
  'recipes.approve': ['practitioner'],
  'courses.read': ['practitioner'],
  'courses.write': ['practitioner'],
  'sessions.read': ['practitioner'],
  'sessions.write': ['practitioner'],
  'outcomes.read': ['practitioner'],
  'outcomes.write': ['practitioner'],
  'side-effects.read': ['practitioner'],
  'side-effects.write': ['practitioner'],
  'reports.read': ['practitioner', 'manager'],
  'audit.read': ['receptionist', 'practitioner', 'manager'],
} as const satisfies Record<string, readonly Holder[]>;

/** One thing that can be done; every operation of the API needs exactly one. */
export type Action = keyof typeof HOLDERS;

/** Every action there is. */
export const ACTIONS = Object.keys(HOLDERS) as Action[];

/** What an action is done to, where that decides: whose record or act it is. */
export type Resource = {
  authorId?: string | null;
  actorId?: string | null;
  /** Whose hours or time off it is. */
  practitionerId?: string;
};

/**
 * Whether the actor may do the action, to the resource if one is given.
 * A session's record is signed by its own author; the audit trail of others is for managers.
 */
export function can(actor: Actor, action: Action, resource?: Resource): boolean {
  const holders: readonly Holder[] = HOLDERS[action];
  const holds = holders.some((holder) =>
    holder === 'owner' ? actor.isOwner : actor.roles.includes(holder),
  );
  if (!holds) return false;
  if (resource?.authorId !== undefined && resource.authorId !== actor.staffId) return false;
  if (
    action === 'hours.write' &&
    resource?.practitionerId !== undefined &&
    !actor.roles.includes('manager')
  )
    return resource.practitionerId === actor.staffId;
  if (
    action === 'audit.read' &&
    resource?.actorId !== undefined &&
    !actor.roles.includes('manager')
  )
    return resource.actorId === actor.staffId;
  return true;
}
