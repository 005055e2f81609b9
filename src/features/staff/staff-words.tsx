import type * as z from 'zod/mini';
import { ROLE_LABELS, type Role, ROLES } from '#domain/staff/permissions.ts';
import type { staffListItem } from '#domain/staff/staff-member.ts';
import { Tag } from '#src/ui/tag.tsx';
import css from './staff-words.module.css';

/** Someone who works here, as the list answers them. */
export type StaffListItem = z.output<typeof staffListItem>;

/** Roles in their usual order, in words. */
export const rolesInWords = (roles: readonly Role[]): string =>
  ROLES.filter((role) => roles.includes(role))
    .map((role) => ROLE_LABELS[role])
    .join(', ');

/** Roles with the two credentials that widen them. */
export function RoleWords({
  person,
  oneLine = false,
}: {
  person: Pick<StaffListItem, 'roles' | 'isPrescriber' | 'isOwner'>;
  oneLine?: boolean;
}) {
  return (
    <span className={css.roles} data-one-line={oneLine || undefined}>
      {rolesInWords(person.roles)}
      {person.isPrescriber && <Tag>Prescriber</Tag>}
      {person.isOwner && <Tag>Owner</Tag>}
    </span>
  );
}

/** Whether someone can sign in. Who does not hold the accounts is not told of invitations. */
export function StaffState({ person }: { person: Pick<StaffListItem, 'isActive' | 'hasAccount'> }) {
  if (!person.isActive) return <Tag icon="ring-slash">Not active</Tag>;
  if (person.hasAccount === false)
    return (
      <Tag tone="note" icon="mail">
        Invited
      </Tag>
    );
  return <span className="muted">Active</span>;
}
