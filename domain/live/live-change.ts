import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import { type Action, type Actor, can } from '#domain/staff/permissions.ts';

/**
 * The areas whose changes other desks are told of, each with the action that lets someone know.
 * An area that is not here is told to nobody.
 */
const KNOWN_BY = {
  patients: 'patients.read',
  appointments: 'appointments.read',
  'waiting-list': 'appointments.read',
  availability: 'availability.read',
  courses: 'patients.read',
  protocols: 'protocols.read',
  profiles: 'profiles.read',
  screening: 'screening.read',
  consents: 'consents.read',
  consultations: 'profiles.read',
  sessions: 'sessions.read',
  outcomes: 'outcomes.read',
  'side-effects': 'side-effects.read',
  'follow-ups': 'follow-ups.read',
  'phone-reports': 'phone-reports.read',
  recipes: 'recipes.read',
  ingredients: 'ingredients.read',
  notifications: 'notifications.read',
  staff: 'staff.read',
  clinic: 'clinic.read',
} as const satisfies Record<string, Action>;

/** A part of the clinic whose records changed. */
export type LiveArea = keyof typeof KNOWN_BY;

// Object.keys forgets which keys they are.
const LIVE_AREAS = Object.keys(KNOWN_BY) as [LiveArea, ...LiveArea[]];

/** What another desk is told of a change: which area and whose record, never what it now says. */
export const liveChange = z.strictObject({
  area: z.enum(LIVE_AREAS),
  /** The patient it belongs to; null when it belongs to none, or to many. */
  patientId: z.nullable(id),
});

/** One change, as a type. */
export type LiveChange = z.infer<typeof liveChange>;

/** Changes of one transaction, and the desk that made them, which has them already. */
export type LiveChanges = { deskId: string | null; changes: LiveChange[] };

/** The area an act belongs to, e.g. of `patients.create`; undefined for acts nobody is told of. */
export const areaOf = (act: string): LiveArea | undefined =>
  LIVE_AREAS.find((area) => act.startsWith(`${area}.`) && !act.includes('.read'));

/** Whether this person may know that something changed there. */
export const mayKnow = (actor: Actor, area: LiveArea): boolean => can(actor, KNOWN_BY[area]);
