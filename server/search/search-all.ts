import { and, asc, gte, inArray, notInArray } from 'drizzle-orm';
import type { FoundPatient } from '#domain/search/found.ts';
import { FREEING_STATUSES } from '#domain/appointments/appointment-enums.ts';
import { clinicClock } from '#domain/shared/clinic-time.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { appointments } from '../db/schema/appointments.ts';
import type { Ctx } from '../http/context.ts';
import { listPatients } from '../patients/list-patients.ts';

const SHOWN = 8;

/**
 * What the one search box finds: the first few patients, each with today's visit or else the next.
 * Nothing in it is clinical, so it is the same for every role.
 */
export async function searchAll(ctx: Ctx, q: string): Promise<{ patients: FoundPatient[] }> {
  if (q === '') return { patients: [] };
  const { db, now } = ctx.deps;
  const found = await listPatients(ctx, {
    q,
    limit: SHOWN,
    archived: 'all',
    sort: 'name',
    total: 'no',
  });
  if (found.items.length === 0) return { patients: [] };
  const { timeZone } = await clinicOf(ctx);
  const since = clinicClock(timeZone).dayBounds(clinicToday(timeZone, now())).startsAt;
  const visits = await db
    .selectDistinctOn([appointments.patientId], {
      patientId: appointments.patientId,
      startsAt: appointments.startsAt,
      status: appointments.status,
    })
    .from(appointments)
    .where(
      and(
        inArray(
          appointments.patientId,
          found.items.map(({ id }) => id),
        ),
        gte(appointments.startsAt, new Date(since)),
        notInArray(appointments.status, [...FREEING_STATUSES]),
      ),
    )
    .orderBy(asc(appointments.patientId), asc(appointments.startsAt));
  const visitOf = new Map(visits.map((visit) => [visit.patientId, visit]));
  return {
    patients: found.items.map((patient) => {
      const visit = visitOf.get(patient.id);
      return {
        patient,
        visit: visit ? { startsAt: visit.startsAt.toISOString(), status: visit.status } : null,
      };
    }),
  };
}
