import type { Room } from '#domain/clinic/clinic.ts';
import {
  DEMO_CLINIC,
  DEMO_PASSWORD,
  DEMO_STAFF,
  type DemoPerson,
} from '#domain/demo/demo-clinic.ts';
import { demoAvailabilityAt } from '#domain/demo/demo-availability.ts';
import { type DemoCare, demoCareAt } from '#domain/demo/demo-care.ts';
import { demoProtocolsAt } from '#domain/demo/demo-protocols.ts';
import { demoNotifications } from '#domain/demo/demo-notifications.ts';
import { demoWaitingList } from '#domain/demo/demo-waiting-list.ts';
import { demoPairs } from '#domain/demo/demo-pairs.ts';
import { type DemoRecords, demoRecordsAt } from '#domain/demo/demo-records.ts';
import { addDemoAppointments } from '../appointments/add-demo-appointments.ts';
import { type DemoTx, demoTx } from '../audit/demo-tx.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { addDemoAvailability } from '../availability/add-demo-availability.ts';
import { addClinic } from '../clinic/add-clinic.ts';
import { clinicToday, findClinic } from '../clinic/clinic-view.ts';
import { addDemoConsents } from '../consents/add-demo-consents.ts';
import { addDemoConsultations } from '../consultations/add-demo-consultations.ts';
import { addDemoCourses } from '../courses/add-demo-courses.ts';
import type { Deps } from '../deps.ts';
import type { Ctx } from '../http/context.ts';
import { addDemoIngredients, addDemoPairs } from '../ingredients/add-demo-ingredients.ts';
import { addDemoFollowUps } from '../follow-ups/add-demo-follow-ups.ts';
import { addDemoNotifications } from '../notifications/add-demo-notifications.ts';
import { addDemoOutcomes, addDemoPatientChanges } from '../outcomes/add-demo-outcomes.ts';
import { addDemoPhoneReports } from '../phone-reports/add-demo-phone-reports.ts';
import { addDemoPatients } from '../patients/add-demo-patients.ts';
import { addDemoProfiles } from '../profiles/add-demo-profiles.ts';
import { addDemoProtocols } from '../protocols/add-demo-protocols.ts';
import { addDemoRecipes } from '../recipes/add-demo-recipes.ts';
import { addDemoScreenings } from '../screening/add-demo-screenings.ts';
import { addDemoSessions } from '../sessions/add-demo-sessions.ts';
import { addDemoSideEffects } from '../side-effects/add-demo-side-effects.ts';
import { addDemoStaff } from '../staff/add-demo-staff.ts';
import { addDemoWaiting } from '../waiting-list/add-demo-waiting.ts';
import { countForReports, reportLater } from './report-facts.ts';

/** Who the demo clinic's first rows are written by: nobody signed in. */
export const demoContext = (deps: Deps): Ctx => ({
  deps,
  actor: { staffId: '', roles: [], isPrescriber: false, isOwner: false },
  requestId: 'demo-clinic',
  idempotency: undefined,
});

/** Adds what a made-up clinic has once: who works there, where, with what, and how it is booked. */
export async function addDemoFrame(
  ctx: Ctx,
  tx: Tx,
  { staff, rooms }: { staff: readonly DemoPerson[]; rooms: readonly Room[] },
  records: Pick<DemoRecords, 'ingredients' | 'recipes'>,
): Promise<void> {
  const passwordHash = await ctx.deps.accounts.hash(DEMO_PASSWORD);
  await addClinic(ctx, tx, { ...DEMO_CLINIC, rooms: [...rooms], isDemo: true });
  for (const person of staff) await addDemoStaff(ctx, tx, person, passwordHash);
  const today = clinicToday(DEMO_CLINIC.timeZone, ctx.deps.now());
  await addDemoAvailability(ctx, tx, demoAvailabilityAt(today));
  await addDemoProtocols(tx, demoProtocolsAt(today));
  await addDemoIngredients(tx, records.ingredients);
  await addDemoPairs(tx, demoPairs(records.ingredients[0]?.createdAt ?? ''));
  await addDemoRecipes(tx, records.recipes);
}

/**
 * Adds what happened to the people of a made-up clinic. Large clinics call it once a batch, so
 * each area inserts by `DemoTx`: lists of thousands of rows are too many parameters otherwise.
 */
export async function addDemoRecords(
  tx: DemoTx,
  records: DemoRecords,
  care: DemoCare,
): Promise<void> {
  await addDemoPatients(tx, records.patients);
  await addDemoCourses(tx, records.courses);
  await addDemoAppointments(tx, records.appointments);
  await addDemoSessions(tx, records.sessions);
  await addDemoOutcomes(tx, records.outcomes);
  await addDemoPatientChanges(tx, records.patientChanges);
  await addDemoSideEffects(tx, records.sideEffects);
  await addDemoProfiles(tx, care.profiles);
  await addDemoScreenings(tx, care.screenings, care.levelChanges);
  await addDemoConsents(tx, care.consentTexts, care.consents);
  await addDemoConsultations(tx, care.consultations);
  await addDemoPhoneReports(tx, records.phoneReports);
  await addDemoFollowUps(tx, records.followUps);
}

/**
 * Fills an empty database with the demo clinic, moved so that its anchor week is this week;
 * answers false, and changes nothing, if there is a clinic.
 */
export async function fillWithDemo(deps: Deps): Promise<boolean> {
  if (await findClinic(deps.db)) return false;
  const ctx = demoContext(deps);
  const now = deps.now();
  const today = clinicToday(DEMO_CLINIC.timeZone, now);
  const records = demoRecordsAt(now.toISOString(), today);
  const care = demoCareAt(records, now.toISOString(), today);
  await transact(ctx, async (tx) => {
    await reportLater(tx.db);
    await addDemoFrame(ctx, tx, { staff: DEMO_STAFF, rooms: DEMO_CLINIC.rooms }, records);
    await addDemoRecords(demoTx(tx), records, care);
    await addDemoWaiting(tx, demoWaitingList(records, today));
    await addDemoNotifications(demoTx(tx), demoNotifications(records));
    await countForReports(tx.db);
  });
  return true;
}
