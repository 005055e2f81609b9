import { sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { can } from '#domain/staff/permissions.ts';
import type { Page } from '#domain/shared/page.ts';
import type { staffListItem } from '#domain/staff/staff-member.ts';
import { staff } from '../db/schema/staff.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchStaffMember, toStaffMember } from './staff-view.ts';

/** Everyone who works here, by name; who may not write accounts does not see their e-mail addresses. */
export async function listStaff(ctx: Ctx): Promise<Page<z.output<typeof staffListItem>>> {
  authorise(ctx, 'staff.read');
  const rows = await ctx.deps.db
    .select()
    .from(staff)
    .orderBy(sql`${staff.name} COLLATE "und-x-icu"`, staff.id);
  const holdsAccounts = can(ctx.actor, 'staff.write');
  const items = rows
    .map(toStaffMember)
    .map(({ email, hasAccount, ...item }) =>
      holdsAccounts ? { ...item, email, hasAccount } : item,
    );
  return { items, nextCursor: null };
}

/** One member of staff, for whoever holds the accounts. */
export async function getStaff(ctx: Ctx, id: string) {
  authorise(ctx, 'staff.write');
  return await fetchStaffMember(ctx.deps.db, id);
}
