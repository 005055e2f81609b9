import type { ConsentTemplate } from '#domain/consents/consent-template.ts';
import type { DemoConsent } from '#domain/demo/demo-consents.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { consents, consentTemplates } from '../db/schema/consents.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's consent texts and consents in the open transaction. */
export async function addDemoConsents(
  tx: DemoTx,
  texts: readonly ConsentTemplate[],
  made: readonly DemoConsent[],
): Promise<void> {
  await tx.insert(
    consentTemplates,
    texts.map((one) => ({
      ...one,
      ...stampsOf(one),
      approvedAt: one.approvedAt === null ? null : new Date(one.approvedAt),
    })),
  );
  await tx.insert(
    consents,
    made.map(({ revocation, ...one }) => ({
      ...one,
      ...stampsOf(one),
      signedAt: new Date(one.signedAt),
      revokedOn: revocation?.on ?? null,
      revokeReason: revocation?.reason ?? null,
      revokedBy: revocation?.recordedBy ?? null,
    })),
  );
  await recordDemoFill(tx, 'consent', made);
}
