import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '#domain/staff/permissions.ts';
import { authUsers } from './auth.ts';
import { moment, recordColumns } from './columns.ts';

/** The people who work at the clinic; one to one with a better-auth user once they have an account. */
export const staff = pgTable(
  'staff',
  {
    ...recordColumns,
    userId: text('user_id').references(() => authUsers.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    isPrescriber: boolean('is_prescriber').notNull(),
    isOwner: boolean('is_owner').notNull(),
    isActive: boolean('is_active').notNull(),
  },
  (table) => [
    uniqueIndex('staff_email').on(table.email),
    uniqueIndex('staff_user').on(table.userId),
  ],
);

/** Links that let their holder choose a password once. Only the hash of the secret is kept. */
export const accountLinks = pgTable(
  'account_links',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    secretHash: text('secret_hash').notNull().unique(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [index('account_links_staff').on(table.staffId)],
);
