import type { DemoCourse } from '#domain/demo/demo-courses.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { courses } from '../db/schema/courses.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's courses, with what is kept of their sessions, in the open transaction. */
export async function addDemoCourses(tx: Tx, made: readonly DemoCourse[]): Promise<void> {
  await tx.db.insert(courses).values(made.map((one) => ({ ...one, ...stampsOf(one) })));
  await recordDemoFill(tx, 'course', made);
}
