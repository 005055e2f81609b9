import { eq } from 'drizzle-orm';
import { invalidField } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { protocolVersions } from '../db/schema/protocols.ts';

/**
 * Refuses a version of a protocol that no course may be opened from. It is held against being
 * retired until the transaction ends.
 * @throws Problem `invalid` at `protocolVersionId`
 */
export async function requireApprovedProtocol(db: Database, versionId: string): Promise<void> {
  const [known] = await db
    .select({ status: protocolVersions.status })
    .from(protocolVersions)
    .where(eq(protocolVersions.id, versionId))
    .for('share');
  if (known?.status !== 'approved')
    throw invalidField('protocolVersionId', 'Choose a protocol that is approved now.');
}
