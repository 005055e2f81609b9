import { sql } from 'drizzle-orm';
import type { Tx } from '../audit/transact.ts';

/**
 * Locks each recipe version that sessions name since the first of them, in the open transaction:
 * for a loader that writes sessions in an order of its own.
 */
export const lockUsedVersions = (tx: Tx): Promise<unknown> =>
  tx.db.execute(
    sql`UPDATE recipe_versions
        SET used_at = uses.since, updated_at = uses.since, version = version + 1
        FROM (SELECT recipe_version_id AS id, min(created_at) AS since
          FROM sessions GROUP BY 1) AS uses
        WHERE recipe_versions.id = uses.id AND recipe_versions.used_at IS NULL`,
  );
