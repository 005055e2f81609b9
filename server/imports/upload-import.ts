import { and, eq, lt, notExists, sql } from 'drizzle-orm';
import { MOST_IMPORT_BYTES, type PatientImport } from '#domain/imports/patient-import.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { importChunks, imports } from '../db/schema/imports.ts';
import { bodyParts } from '../http/body-parts.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { createFileAnalysis } from './analyse-file.ts';
import { toImport } from './import-view.ts';
import { createFileReader, slices } from './read-file.ts';

const PIECE = 262_144;
const ABANDONED_MS = 3_600_000;
/** A row is looked for in all that came since the last one, so a file of one line would take for ever. */
const LONGEST_ROW = 1_000_000;

type Body = ReadableStream<Uint8Array> | null;

const tooLarge = (): Problem =>
  new Problem(
    'too_large',
    `This file is larger than ${MOST_IMPORT_BYTES / 1_000_000} MB. Split it and import the parts one after another.`,
  );

/** Stops as soon as more has come than is taken. */
async function* upToLimit(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const part of parts) {
    bytes += part.length;
    if (bytes > MOST_IMPORT_BYTES) throw tooLarge();
    yield part;
  }
}

const KNOWN_FORMS: readonly [start: readonly number[], message: string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is an Excel workbook, not a CSV file. Open it, choose “Save as” and “CSV UTF-8”, and pick that file.',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an old Excel workbook, not a CSV file. Open it, choose “Save as” and “CSV”, and pick that file.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Export the list as CSV from the program it is from.'],
];

function refuseOtherForms(start: Uint8Array): void {
  for (const [form, message] of KNOWN_FORMS)
    if (form.every((byte, index) => start[index] === byte)) throw invalidField('file', message);
}

/** Removes what uploads that broke off have left. */
async function removeAbandoned(ctx: Ctx): Promise<void> {
  const { db, now } = ctx.deps;
  await db.delete(importChunks).where(
    and(
      lt(importChunks.createdAt, new Date(now().getTime() - ABANDONED_MS)),
      notExists(
        db
          .select({ one: sql`1` })
          .from(imports)
          .where(eq(imports.id, importChunks.importId)),
      ),
    ),
  );
}

/** The digest of what came so far and the next piece of it. */
async function withPiece(digest: Uint8Array, piece: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const both = new Uint8Array(digest.length + piece.length);
  both.set(digest);
  both.set(piece, digest.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', both));
}

/**
 * Stores the file piece by piece while its rows are looked at; answers what they tell, and the
 * digest of its name and bytes, however they came.
 */
async function storeAndAnalyse(ctx: Ctx, id: string, fileName: string, body: Body) {
  const { db, now } = ctx.deps;
  const { country, timeZone } = await fetchClinic(db);
  const reader = createFileReader(country);
  const analysis = createFileAnalysis({ country, today: clinicToday(timeZone, now()) });
  const piece = new Uint8Array(PIECE);
  let [filled, pieces, bytes, waiting] = [0, 0, 0, 0];
  let digest: Uint8Array = new TextEncoder().encode(fileName);
  const store = async (): Promise<void> => {
    if (filled === 0) return;
    const full = piece.slice(0, filled);
    digest = await withPiece(digest, full);
    await db
      .insert(importChunks)
      .values({ importId: id, piece: pieces, bytes: full, createdAt: now() });
    pieces += 1;
    filled = 0;
  };
  for await (const slice of slices(upToLimit(bodyParts(body)))) {
    if (bytes === 0) refuseOtherForms(slice);
    bytes += slice.length;
    for (let rest = slice; rest.length > 0;) {
      const part = rest.subarray(0, PIECE - filled);
      piece.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
      if (filled === PIECE) await store();
    }
    const rows = reader.push(slice);
    waiting = rows.length > 0 ? 0 : waiting + slice.length;
    if (waiting > LONGEST_ROW)
      throw invalidField('file', 'A row of this file is longer than 1 MB. Is it a CSV file?');
    analysis.add(rows);
  }
  await store();
  analysis.add(reader.end());
  const told = analysis.end();
  if (told.lineCount === 0) throw invalidField('file', 'This file is empty.');
  if (told.lineCount === 1 && told.suggestion.hasHeader)
    throw invalidField('file', 'This file has a header and no rows below it.');
  const file = {
    ...told,
    bytes,
    encoding: reader.encoding(),
    delimiter: reader.delimiter() ?? (',' as const),
  };
  return { file, digest };
}

/** The request's key with the file as its body, which was not read when the request came. */
const keyOf = ({ idempotency }: Ctx, digest: Uint8Array): Ctx['idempotency'] =>
  idempotency && {
    ...idempotency,
    bodyHash: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };

/**
 * Takes a patient file and says what its columns seem to hold. Nothing is imported yet.
 * @throws Problem `too_large`, `invalid` at `file`, `key_reused`
 */
export async function uploadImport(
  ctx: Ctx,
  fileName: string,
  statedBytes: number,
  body: Body,
): Promise<PatientImport> {
  authorise(ctx, 'patients.import');
  if (statedBytes > MOST_IMPORT_BYTES) throw tooLarge();
  const { db } = ctx.deps;
  await removeAbandoned(ctx);
  const id = ctx.deps.newId();
  const removePieces = () => db.delete(importChunks).where(eq(importChunks.importId, id));
  try {
    const { file, digest } = await storeAndAnalyse(ctx, id, fileName, body);
    const made = await transact({ ...ctx, idempotency: keyOf(ctx, digest) }, async (tx) => {
      const now = ctx.deps.now();
      const [row] = await tx.db
        .insert(imports)
        .values({
          ...file,
          id,
          createdAt: now,
          updatedAt: now,
          status: 'uploaded',
          fileName,
          startedBy: ctx.actor.staffId,
        })
        .returning();
      if (!row) throw new Error('The import was not stored.');
      await tx.record({
        act: 'imports.upload',
        entity: 'import',
        entityId: id,
        after: { fileName, bytes: file.bytes, rows: file.lineCount },
      });
      return await toImport(tx.db, row);
    });
    // A repeated request is answered with the import of the first.
    if (made.id !== id) await removePieces();
    return made;
  } catch (error) {
    await removePieces();
    throw error;
  }
}
