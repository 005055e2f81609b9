import { DEMO_CLINIC, DEMO_PASSWORD, DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { addClinic } from '../clinic/add-clinic.ts';
import { findClinic } from '../clinic/clinic-view.ts';
import type { Deps } from '../deps.ts';
import type { Ctx } from '../http/context.ts';
import { addDemoStaff } from '../staff/add-demo-staff.ts';

/** Who the demo clinic's first rows are written by: nobody signed in. */
const demoContext = (deps: Deps): Ctx => ({
  deps,
  actor: { staffId: '', roles: [], isPrescriber: false, isOwner: false },
  requestId: 'demo-clinic',
  idempotency: undefined,
});

async function fill(ctx: Ctx, tx: Tx, passwordHash: string): Promise<void> {
  await addClinic(ctx, tx, { ...DEMO_CLINIC, isDemo: true });
  for (const person of DEMO_STAFF) await addDemoStaff(ctx, tx, person, passwordHash);
}

/** Fills an empty database with the demo clinic; answers false, and changes nothing, if there is a clinic. */
export async function fillWithDemo(deps: Deps): Promise<boolean> {
  if (await findClinic(deps.db)) return false;
  const ctx = demoContext(deps);
  const passwordHash = await deps.accounts.hash(DEMO_PASSWORD);
  await transact(ctx, (tx) => fill(ctx, tx, passwordHash));
  return true;
}
