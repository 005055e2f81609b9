import { and, asc, desc, eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { CONSENT_SECTION_DETAILS } from '#domain/consents/consent-enums.ts';
import { emptySections } from '#domain/consents/consent-rules.ts';
import type {
  ConsentTemplate,
  ConsentTemplateCreate,
  ConsentTemplateUpdate,
} from '#domain/consents/consent-template.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound, refuseStale, updatedOrStale } from '../db/fetch.ts';
import { selectRows } from '../db/rows.ts';
import { consentTemplates } from '../db/schema/consents.ts';
import { authorise, type Ctx } from '../http/context.ts';

const toTemplate = (row: typeof consentTemplates.$inferSelect): ConsentTemplate => ({
  id: row.id,
  version: row.version,
  name: row.name,
  language: row.language,
  edition: row.edition,
  sections: row.sections,
  status: row.status,
  authorId: row.authorId,
  approvedBy: row.approvedBy,
  approvedAt: row.approvedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

async function fetchTemplate(db: Database, id: string): Promise<ConsentTemplate> {
  const rows = await db.select().from(consentTemplates).where(eq(consentTemplates.id, id));
  return toTemplate(firstOrNotFound(rows, 'consent text'));
}

/** The clinic's consent texts, each edition, by name, language and the newest first. */
export async function listTemplates(ctx: Ctx): Promise<{ items: ConsentTemplate[] }> {
  authorise(ctx, 'consent-templates.read');
  const rows = await ctx.deps.db
    .select()
    .from(consentTemplates)
    .orderBy(
      asc(sql`${consentTemplates.name} COLLATE "und-x-icu"`),
      asc(consentTemplates.language),
      desc(consentTemplates.edition),
    );
  return { items: rows.map(toTemplate) };
}

/**
 * One edition of a consent text.
 * @throws Problem `not_found`
 */
export async function getTemplate(ctx: Ctx, id: string): Promise<ConsentTemplate> {
  authorise(ctx, 'consent-templates.read');
  return await fetchTemplate(ctx.deps.db, id);
}

async function nextEdition(tx: Tx, { name, language }: ConsentTemplateCreate): Promise<number> {
  // Held until the transaction ends, so that two new editions at once get two numbers.
  await tx.db.execute(
    sql`SELECT pg_advisory_xact_lock(hashtext(${`consent ${language} ${name}`}))`,
  );
  const [row] = await selectRows(
    tx.db,
    z.object({ next: z.number() }),
    sql`SELECT coalesce(max(edition), 0)::int + 1 AS next FROM consent_templates
        WHERE name = ${name} AND language = ${language}`,
  );
  return row?.next ?? 1;
}

/** Begins a text, or the next edition of the one with this name and language, as a draft. */
export async function createTemplate(
  ctx: Ctx,
  input: ConsentTemplateCreate,
): Promise<ConsentTemplate> {
  authorise(ctx, 'consent-templates.propose');
  return await transact(ctx, async (tx) => {
    const now = ctx.deps.now();
    const [row] = await tx.db
      .insert(consentTemplates)
      .values({
        ...input,
        id: ctx.deps.newId(),
        edition: await nextEdition(tx, input),
        status: 'draft',
        authorId: ctx.actor.staffId,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    if (!row) throw new Error('The new text was not answered.');
    const made = toTemplate(row);
    const what = { entity: 'consent-template', entityId: made.id };
    await tx.record({ ...what, act: 'consents.create-text', after: made });
    return made;
  });
}

type Change = Partial<typeof consentTemplates.$inferInsert>;

async function save(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: ConsentTemplate,
  version: number,
  change: Change,
): Promise<ConsentTemplate> {
  const row = await updatedOrStale(
    await tx.db
      .update(consentTemplates)
      .set({ ...change, version: sql`${consentTemplates.version} + 1`, updatedAt: ctx.deps.now() })
      .where(and(eq(consentTemplates.id, before.id), eq(consentTemplates.version, version)))
      .returning(),
    () => fetchTemplate(tx.db, before.id),
  );
  const after = toTemplate(row);
  await tx.record({ act, entity: 'consent-template', entityId: after.id, before, after });
  return after;
}

/**
 * Changes a draft.
 * @throws Problem `not_found`, `stale`, `conflict` when it is in use or retired
 */
export async function updateTemplate(
  ctx: Ctx,
  id: string,
  version: number,
  input: ConsentTemplateUpdate,
): Promise<ConsentTemplate> {
  authorise(ctx, 'consent-templates.propose');
  return await transact(ctx, async (tx) => {
    const before = await fetchTemplate(tx.db, id);
    refuseStale(before, version);
    if (before.status !== 'draft')
      throw new Problem('conflict', 'This text was in use: make a new edition of it.');
    return await save(ctx, tx, 'consents.update-text', before, version, input);
  });
}

async function retireEarlier(ctx: Ctx, tx: Tx, { name, language }: ConsentTemplate): Promise<void> {
  const [row] = await tx.db
    .select()
    .from(consentTemplates)
    .where(
      and(
        eq(consentTemplates.name, name),
        eq(consentTemplates.language, language),
        eq(consentTemplates.status, 'approved'),
      ),
    );
  if (!row) return;
  const earlier = toTemplate(row);
  await save(ctx, tx, 'consents.retire-text', earlier, earlier.version, { status: 'retired' });
}

/**
 * Puts a draft into use; the edition before it is retired. Every part has to say something.
 * @throws Problem `not_found`, `stale`, `conflict` when it is no draft; `invalid` at the parts
 */
export async function approveTemplate(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<ConsentTemplate> {
  authorise(ctx, 'consent-templates.approve');
  return await transact(ctx, async (tx) => {
    const before = await fetchTemplate(tx.db, id);
    refuseStale(before, version);
    if (before.status !== 'draft') throw new Problem('conflict', 'This text is no draft.');
    const fields = emptySections(before.sections).map((section) => ({
      path: `sections.${section}`,
      message: `“${CONSENT_SECTION_DETAILS[section].label}” says nothing yet.`,
    }));
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    await retireEarlier(ctx, tx, before);
    return await save(ctx, tx, 'consents.approve-text', before, version, {
      status: 'approved',
      approvedBy: ctx.actor.staffId,
      approvedAt: ctx.deps.now(),
    });
  });
}

/**
 * Takes a text out of use; what was signed with it stays.
 * @throws Problem `not_found`, `stale`, `conflict` when it is not in use
 */
export async function retireTemplate(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<ConsentTemplate> {
  authorise(ctx, 'consent-templates.approve');
  return await transact(ctx, async (tx) => {
    const before = await fetchTemplate(tx.db, id);
    refuseStale(before, version);
    if (before.status !== 'approved') throw new Problem('conflict', 'This text is not in use.');
    return await save(ctx, tx, 'consents.retire-text', before, version, { status: 'retired' });
  });
}
