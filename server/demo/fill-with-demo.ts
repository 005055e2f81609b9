import { DEMO_CLINIC, DEMO_PASSWORD, DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { demoAvailabilityAt } from '#domain/demo/demo-availability.ts';
import { demoProtocolsAt } from '#domain/demo/demo-protocols.ts';
import { demoPairs } from '#domain/demo/demo-pairs.ts';
import { type DemoRecords, demoRecordsAt } from '#domain/demo/demo-records.ts';
import { addDemoAppointments } from '../appointments/add-demo-appointments.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { addDemoAvailability } from '../availability/add-demo-availability.ts';
import { addClinic } from '../clinic/add-clinic.ts';
import { clinicToday, findClinic } from '../clinic/clinic-view.ts';
import { addDemoCourses } from '../courses/add-demo-courses.ts';
import type { Deps } from '../deps.ts';
import type { Ctx } from '../http/context.ts';
import { addDemoIngredients, addDemoPairs } from '../ingredients/add-demo-ingredients.ts';
import { addDemoOutcomes } from '../outcomes/add-demo-outcomes.ts';
import { addDemoPatients } from '../patients/add-demo-patients.ts';
import { addDemoProtocols } from '../protocols/add-demo-protocols.ts';
import { addDemoRecipes } from '../recipes/add-demo-recipes.ts';
import { addDemoSessions } from '../sessions/add-demo-sessions.ts';
import { addDemoSideEffects } from '../side-effects/add-demo-side-effects.ts';
import { addDemoStaff } from '../staff/add-demo-staff.ts';

/** Who the demo clinic's first rows are written by: nobody signed in. */
const demoContext = (deps: Deps): Ctx => ({
  deps,
  actor: { staffId: '', roles: [], isPrescriber: false, isOwner: false },
  requestId: 'demo-clinic',
  idempotency: undefined,
});

async function fill(ctx: Ctx, tx: Tx, passwordHash: string, records: DemoRecords): Promise<void> {
  await addClinic(ctx, tx, { ...DEMO_CLINIC, isDemo: true });
  for (const person of DEMO_STAFF) await addDemoStaff(ctx, tx, person, passwordHash);
  const today = clinicToday(DEMO_CLINIC.timeZone, ctx.deps.now());
  await addDemoAvailability(ctx, tx, demoAvailabilityAt(today));
  await addDemoProtocols(tx, demoProtocolsAt(today));
  await addDemoPatients(tx, records.patients);
  await addDemoIngredients(tx, records.ingredients);
  await addDemoPairs(tx, demoPairs(records.ingredients[0]?.createdAt ?? ''));
  await addDemoRecipes(tx, records.recipes);
  await addDemoCourses(tx, records.courses);
  await addDemoAppointments(tx, records.appointments);
  await addDemoSessions(tx, records.sessions);
  await addDemoOutcomes(tx, records.outcomes);
  await addDemoSideEffects(tx, records.sideEffects);
}

/**
 * Fills an empty database with the demo clinic, moved so that its anchor week is this week;
 * answers false, and changes nothing, if there is a clinic.
 */
export async function fillWithDemo(deps: Deps): Promise<boolean> {
  if (await findClinic(deps.db)) return false;
  const ctx = demoContext(deps);
  const now = deps.now();
  const records = demoRecordsAt(now.toISOString(), clinicToday(DEMO_CLINIC.timeZone, now));
  const passwordHash = await deps.accounts.hash(DEMO_PASSWORD);
  await transact(ctx, (tx) => fill(ctx, tx, passwordHash, records));
  return true;
}
