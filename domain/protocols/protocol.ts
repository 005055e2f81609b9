import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, optionalText, shortText } from '#domain/shared/text.ts';
import { PHASES } from './phase.ts';
import { phaseProblems, versionProblems } from './protocol-problems.ts';

/** Where a version of a protocol stands. Only approved ones are offered for new courses. */
export const PROTOCOL_STATUSES = ['draft', 'approved', 'retired'] as const;
/** One status. */
export type ProtocolStatus = (typeof PROTOCOL_STATUSES)[number];
/** What each is called on screen. */
export const PROTOCOL_STATUS_LABELS: Record<ProtocolStatus, string> = {
  draft: 'Draft',
  approved: 'Approved',
  retired: 'Retired',
};

const sessions = z
  .int('Type a whole number.')
  .check(z.minimum(1, 'At least 1 session.'), z.maximum(60, 'At most 60 sessions.'));
const days = z
  .int('Type whole days.')
  .check(z.minimum(1, 'At least 1 day.'), z.maximum(365, 'At most 365 days.'));

/** One part of a protocol: how many sessions, and how many days from one to the next. */
export const protocolPhase = z
  .strictObject({
    phase: z.enum(PHASES, 'Choose the phase.'),
    sessionsMin: sessions,
    sessionsMax: sessions,
    intervalDaysMin: days,
    intervalDaysMax: days,
  })
  .check(checkFields(phaseProblems));

/** One part of a protocol, as a type. */
export type ProtocolPhase = z.infer<typeof protocolPhase>;

/**
 * One version of a clinic's own scheme for courses. Where it was taken from an article, that
 * article is named and what it states is quoted as its statement. Source: CLINICAL.md section 1.
 */
export const protocolVersion = z.strictObject({
  id: admin(id),
  version: admin(version),
  protocolId: admin(id),
  /** 1, 2, 3 … within the protocol. */
  number: admin(z.int().check(z.minimum(1))),
  status: admin(z.enum(PROTOCOL_STATUSES)),
  name: admin(z.string()),
  phases: admin(z.array(protocolPhase)),
  /** Where it comes from: an article, or the clinic's own experience. */
  sourceLabel: admin(z.string()),
  /** What the source states, in its words. */
  sourceStatement: admin(z.string()),
  note: admin(z.string()),
  /** Why it differs from the version before. */
  changeNote: admin(z.nullable(z.string())),
  basedOnVersionId: admin(z.nullable(id)),
  proposedBy: admin(id),
  proposedByName: admin(z.string()),
  approvedBy: admin(z.nullable(id)),
  approvedByName: admin(z.nullable(z.string())),
  approvedAt: admin(z.nullable(instant)),
  retiredAt: admin(z.nullable(instant)),
  /** Courses that follow this version. */
  usedInCourses: admin(z.int().check(z.minimum(0))),
  createdAt: admin(instant),
  updatedAt: admin(instant),
});

/** One version of a protocol, as a type. */
export type ProtocolVersion = z.infer<typeof protocolVersion>;

/** A protocol: all its versions, the newest first. */
export const protocol = z.strictObject({
  id: admin(id),
  /** The version courses may be opened from: the one approved now. */
  approvedVersionId: admin(z.nullable(id)),
  versions: admin(z.array(protocolVersion)),
});

/** A protocol, as a type. */
export type Protocol = z.infer<typeof protocol>;

const writable = {
  name: shortText(80, 'Type the name of the protocol.'),
  phases: z
    .array(protocolPhase)
    .check(z.minLength(1, 'Add a phase.'), z.maxLength(PHASES.length, 'At most two phases.')),
  sourceLabel: shortText(120, 'Say where it comes from.'),
  sourceStatement: longText(600),
  note: longText(1000),
};

/** What is asked of a new protocol; it begins as a draft. */
export const protocolCreate = z.strictObject(writable).check(checkFields(versionProblems));

/** A new protocol, as a type. */
export type ProtocolCreate = z.output<typeof protocolCreate>;

/** What is asked of a new version of a protocol; it begins as a draft. */
export const protocolVersionCreate = z
  .strictObject({
    ...writable,
    basedOnVersionId: id,
    changeNote: shortText(300, 'Say what changes and why.'),
  })
  .check(checkFields(versionProblems));

/** A new version of a protocol, as a type. */
export type ProtocolVersionCreate = z.output<typeof protocolVersionCreate>;

/** A change to a draft; run `versionProblems` on the merged record too. */
export const protocolVersionUpdate = z.partial(
  z.strictObject({ ...writable, changeNote: optionalText(300) }),
);

/** A change to a draft, as a type. */
export type ProtocolVersionUpdate = z.output<typeof protocolVersionUpdate>;
