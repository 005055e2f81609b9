import { inArray } from 'drizzle-orm';
import { minutesBetween } from '#domain/shared/clinic-time.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import type { Database } from '../db/database.ts';
import { appointmentTypes } from '../db/schema/availability.ts';

/** How long an appointment takes, and the pause after it; both in minutes. */
export type Length = { minutes: number; bufferMinutes: number };

/** How long entries take: a parked appointment as long as it was, any other as its type says. */
export async function bookedMinutes(
  db: Database,
  entries: readonly WaitingEntry[],
): Promise<(entry: WaitingEntry) => Length> {
  const rows = await db
    .select()
    .from(appointmentTypes)
    .where(
      inArray(
        appointmentTypes.id,
        entries.map(({ typeId }) => typeId),
      ),
    );
  const types = new Map(rows.map((type) => [type.id, type]));
  return ({ typeId, parkedFrom }) => {
    const type = types.get(typeId);
    if (!type) throw new Error('An entry names a type that is not there.');
    const { durationMinutes, bufferMinutes } = type;
    const minutes =
      parkedFrom === null
        ? durationMinutes
        : minutesBetween(parkedFrom.startsAt, parkedFrom.endsAt);
    return { minutes, bufferMinutes };
  };
}
