import { desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as z from 'zod/mini';
import type { Protocol, ProtocolVersion } from '#domain/protocols/protocol.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { selectRows } from '../db/rows.ts';
import { protocols, protocolVersions } from '../db/schema/protocols.ts';
import { staff } from '../db/schema/staff.ts';

const approver = alias(staff, 'approver');

/** How many courses follow each version that any follows. */
async function countUses(db: Database): Promise<Map<string, number>> {
  const rows = await selectRows(
    db,
    z.object({ id: z.string(), courses: z.number() }),
    sql`SELECT protocol_version_id AS id, courses::int AS courses FROM protocol_version_uses`,
  );
  return new Map(rows.map(({ id, courses }) => [id, courses]));
}

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The versions that meet a condition, the newest first. */
async function findVersions(db: Database, where: SQL | undefined): Promise<ProtocolVersion[]> {
  const rows = await db
    .select({
      version: protocolVersions,
      proposedByName: staff.name,
      approvedByName: approver.name,
    })
    .from(protocolVersions)
    .innerJoin(staff, eq(staff.id, protocolVersions.proposedBy))
    .leftJoin(approver, eq(approver.id, protocolVersions.approvedBy))
    .where(where)
    .orderBy(desc(protocolVersions.number), protocolVersions.id);
  const uses = rows.length === 0 ? new Map<string, number>() : await countUses(db);
  return rows.map(({ version: row, proposedByName, approvedByName }) => ({
    id: row.id,
    version: row.version,
    protocolId: row.protocolId,
    number: row.number,
    status: row.status,
    name: row.name,
    phases: row.phases,
    sourceLabel: row.sourceLabel,
    sourceStatement: row.sourceStatement,
    note: row.note,
    changeNote: row.changeNote,
    basedOnVersionId: row.basedOnVersionId,
    proposedBy: row.proposedBy,
    proposedByName,
    approvedBy: row.approvedBy,
    approvedByName,
    approvedAt: text(row.approvedAt),
    retiredAt: text(row.retiredAt),
    usedInCourses: uses.get(row.id) ?? 0,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/**
 * One version of a protocol.
 * @throws Problem `not_found`
 */
export async function fetchProtocolVersion(db: Database, id: string): Promise<ProtocolVersion> {
  const versions = await findVersions(db, eq(protocolVersions.id, id));
  return firstOrNotFound(versions, 'version of a protocol');
}

/** The names of versions, for records that name them. */
export async function protocolVersionNames(
  db: Database,
  ids: readonly string[],
): Promise<{ id: string; protocolId: string; name: string; number: number }[]> {
  if (ids.length === 0) return [];
  return await db
    .select({
      id: protocolVersions.id,
      protocolId: protocolVersions.protocolId,
      name: protocolVersions.name,
      number: protocolVersions.number,
    })
    .from(protocolVersions)
    .where(inArray(protocolVersions.id, [...ids]));
}

const toProtocol = (id: string, versions: ProtocolVersion[]): Protocol => ({
  id,
  approvedVersionId: versions.find(({ status }) => status === 'approved')?.id ?? null,
  versions,
});

/**
 * A protocol with all its versions, the newest first.
 * @throws Problem `not_found`
 */
export async function fetchProtocol(db: Database, id: string): Promise<Protocol> {
  firstOrNotFound(await db.select().from(protocols).where(eq(protocols.id, id)), 'protocol');
  return toProtocol(id, await findVersions(db, eq(protocolVersions.protocolId, id)));
}

/** All protocols with their versions, by the name of what is approved or else newest. */
export async function allProtocols(db: Database): Promise<Protocol[]> {
  const byProtocol = new Map<string, ProtocolVersion[]>();
  for (const version of await findVersions(db, undefined)) {
    const own = byProtocol.get(version.protocolId);
    if (own) own.push(version);
    else byProtocol.set(version.protocolId, [version]);
  }
  const named = [...byProtocol].map(([id, versions]) => {
    const protocol = toProtocol(id, versions);
    const shown = versions.find((one) => one.id === protocol.approvedVersionId) ?? versions[0];
    return { protocol, name: shown?.name ?? '' };
  });
  return named
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(({ protocol }) => protocol);
}
