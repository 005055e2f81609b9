import type { DemoCourse } from '#domain/demo/demo-courses.ts';
import { demoCoursePlan } from '#domain/demo/demo-protocols.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { courses } from '../db/schema/courses.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's courses, with what is kept of their sessions, in the open transaction. */
export async function addDemoCourses(tx: Tx, made: readonly DemoCourse[]): Promise<void> {
  await insertAll(
    tx.db,
    courses,
    made.map((one) => ({ ...one, ...demoCoursePlan(one), ...stampsOf(one) })),
  );
  await recordDemoFill(tx, 'course', made);
}
