import type { DemoAvailability } from '#domain/demo/demo-availability.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { appointmentTypes, closures, staffHours, timeOff } from '../db/schema/availability.ts';
import type { Ctx } from '../http/context.ts';

/** Adds when the demo clinic can be booked, in the open transaction. */
export async function addDemoAvailability(ctx: Ctx, tx: Tx, made: DemoAvailability): Promise<void> {
  const now = ctx.deps.now();
  const stamps = { createdAt: now, updatedAt: now };
  await tx.db
    .insert(appointmentTypes)
    .values(made.appointmentTypes.map((one) => ({ ...one, ...stamps })));
  await tx.db.insert(staffHours).values(made.staffHours.map((one) => ({ ...one, ...stamps })));
  await tx.db.insert(closures).values(made.closures.map((one) => ({ ...one, ...stamps })));
  await tx.db.insert(timeOff).values(
    made.timeOff.map((one) => ({
      ...one,
      startsAt: new Date(one.startsAt),
      endsAt: new Date(one.endsAt),
      ...stamps,
    })),
  );
  await recordDemoFill(tx, 'appointment-type', made.appointmentTypes);
  await recordDemoFill(tx, 'staff-hours', made.staffHours);
  await recordDemoFill(tx, 'closure', made.closures);
  await recordDemoFill(tx, 'time-off', made.timeOff);
}
