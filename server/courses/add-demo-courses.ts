import type { DemoCourse } from '#domain/demo/demo-courses.ts';
import { demoCoursePlan } from '#domain/demo/demo-protocols.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { courses } from '../db/schema/courses.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's courses, with what is kept of their sessions, in the open transaction. */
export async function addDemoCourses(tx: DemoTx, made: readonly DemoCourse[]): Promise<void> {
  await tx.insert(
    courses,
    made.map((one) => ({ ...one, ...demoCoursePlan(one), ...stampsOf(one) })),
  );
  await recordDemoFill(tx, 'course', made);
}
