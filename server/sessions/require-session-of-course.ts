import { and, eq } from 'drizzle-orm';
import { invalidField } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { sessions } from '../db/schema/sessions.ts';

/**
 * Refuses a session that is not one of the course; null names none.
 * @throws Problem `invalid` at `sessionId`
 */
export async function requireSessionOfCourse(
  db: Database,
  sessionId: string | null,
  courseId: string,
): Promise<void> {
  if (sessionId === null) return;
  const known = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.courseId, courseId)));
  if (known.length === 0) throw invalidField('sessionId', 'This course has no such session.');
}
