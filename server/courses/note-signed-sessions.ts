import { eq } from 'drizzle-orm';
import type { Technique } from '#domain/sessions/session-enums.ts';
import type { Tx } from '../audit/transact.ts';
import { courses } from '../db/schema/courses.ts';

/** What a course keeps of its signed sessions; what is of the first is named when it changed. */
export type CourseProgress = {
  signedSessions: number;
  lastSessionOn: string;
  /** Day 0. */
  firstSessionOn?: string;
  firstRecipeVersionId?: string | null;
  firstTechnique?: Technique | null;
  firstPerformedBy?: string;
};

/**
 * Keeps a course's progress after one of its sessions was signed. Its version stays, because
 * nobody edited it: a form open on the course is not made stale by a signature.
 */
export async function noteSignedSessions(
  tx: Tx,
  courseId: string,
  progress: CourseProgress,
): Promise<void> {
  await tx.db.update(courses).set(progress).where(eq(courses.id, courseId));
}
