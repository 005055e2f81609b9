import { desc, eq } from 'drizzle-orm';
import type { FollowUpContact } from '#domain/follow-ups/follow-up-contact.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import type { Database } from '../db/database.ts';
import { followUpContacts } from '../db/schema/follow-ups.ts';
import { authorise, type Ctx } from '../http/context.ts';

/** A row of contacts as the API answers it. */
export const toContact = ({
  createdAt,
  ...row
}: typeof followUpContacts.$inferSelect): FollowUpContact => ({
  ...row,
  createdAt: createdAt.toISOString(),
});

/** Whether a contact is recorded for a task. */
export async function hasContact(db: Database, taskId: string): Promise<boolean> {
  const rows = await db
    .select({ id: followUpContacts.id })
    .from(followUpContacts)
    .where(eq(followUpContacts.taskId, taskId))
    .limit(1);
  return rows.length > 0;
}

/** What was asked of a patient at follow-ups, the newest first. */
export async function listContacts(ctx: Ctx, patientId: string): Promise<FollowUpContact[]> {
  authorise(ctx, 'follow-ups.record');
  const rows = await ctx.deps.db
    .select()
    .from(followUpContacts)
    .where(eq(followUpContacts.patientId, patientId))
    .orderBy(desc(followUpContacts.contactedOn), desc(followUpContacts.id));
  const found = rows.map(toContact);
  await recordPartsRead(ctx, found);
  return found;
}
