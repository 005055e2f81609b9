import { desc, eq, sql } from 'drizzle-orm';
import type { FindingQuery, ImportQuery } from '#domain/imports/import-query.ts';
import type { ImportFinding, ImportSummary } from '#domain/imports/patient-import.ts';
import type { Page } from '#domain/shared/page.ts';
import { afterCursor, decodeCursor, notOurCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { imports } from '../db/schema/imports.ts';
import { staff } from '../db/schema/staff.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchImportRow, findFindings } from './import-view.ts';

const KEYS: SortKey[] = [
  { expression: sql`imports.created_at`, direction: 'desc' },
  { expression: sql`imports.id`, direction: 'desc' },
];

/**
 * The imports of this clinic, newest first.
 * @throws Problem `invalid` at `cursor`
 */
export async function listImports(ctx: Ctx, query: ImportQuery): Promise<Page<ImportSummary>> {
  authorise(ctx, 'patients.import');
  const [at, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2, 'instant');
  const after =
    query.cursor === undefined
      ? undefined
      : afterCursor(KEYS, [sql`${at}::timestamptz`, sql`${id}::uuid`]);
  const rows = await ctx.deps.db
    .select({
      id: imports.id,
      version: imports.version,
      status: imports.status,
      fileName: imports.fileName,
      bytes: imports.bytes,
      counts: imports.counts,
      createdAt: imports.createdAt,
      startedBy: staff.name,
    })
    .from(imports)
    .innerJoin(staff, eq(staff.id, imports.startedBy))
    .where(after)
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(query.limit + 1);
  const summaries = rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  return pageFrom(summaries, query.limit, (item) => [item.createdAt, item.id]);
}

/** Where a page of findings begins: a row, a place in it, and the import it is of. */
function placeOf(cursor: string | undefined, importId: string): { row: number; place: number } {
  if (cursor === undefined) return { row: 0, place: 0 };
  const [row = '', place = '', id] = decodeCursor(cursor, 3).map((value) => value ?? '');
  const isPlace = /^\d{1,9}$/.test(row) && /^\d{1,9}$/.test(place);
  if (!isPlace || id !== importId) throw notOurCursor();
  return { row: Number(row), place: Number(place) };
}

/**
 * What a dry run found of one kind, in the order of the file.
 * @throws Problem `not_found`, `invalid` at `cursor`
 */
export async function listFindings(
  ctx: Ctx,
  id: string,
  query: FindingQuery,
): Promise<Page<ImportFinding>> {
  authorise(ctx, 'patients.import');
  const { db } = ctx.deps;
  await fetchImportRow(db, id);
  const placed = await findFindings(db, id, query.kind, placeOf(query.cursor, id), query.limit + 1);
  const page = pageFrom(placed, query.limit, ({ finding, place }) => [
    String(finding.row),
    String(place),
    id,
  ]);
  return { items: page.items.map(({ finding }) => finding), nextCursor: page.nextCursor };
}
