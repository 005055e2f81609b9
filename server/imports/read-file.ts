import { and, eq } from 'drizzle-orm';
import { codePageOf } from '#domain/exchange/code-pages.ts';
import { createCsvReader, type CsvRow } from '#domain/exchange/csv-reader.ts';
import { createTextReader } from '#domain/exchange/decode-text.ts';
import type { Database } from '../db/database.ts';
import { importChunks } from '../db/schema/imports.ts';
import { breathe } from '../jobs/job-steps.ts';

/** What is decoded at once: small enough that other requests do not wait for it. */
const SLICE = 32_768;

/** Cuts bytes that come in pieces of any size into small ones, with a breath after each. */
export async function* slices(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += SLICE) {
      yield piece.subarray(at, at + SLICE);
      await breathe();
    }
  }
}

/** Turns a file's bytes into rows, whatever its encoding and delimiter are. */
export function createFileReader(country: string) {
  const text = createTextReader(codePageOf(country));
  const csv = createCsvReader();
  return {
    push: (bytes: Uint8Array): CsvRow[] => csv.push(text.push(bytes)),
    end: (): CsvRow[] => [...csv.push(text.end()), ...csv.end()],
    encoding: text.encoding,
    delimiter: csv.delimiter,
  };
}

async function* storedPieces(db: Database, importId: string): AsyncGenerator<Uint8Array, void> {
  for (let piece = 0; ; piece += 1) {
    const [chunk] = await db
      .select({ bytes: importChunks.bytes })
      .from(importChunks)
      .where(and(eq(importChunks.importId, importId), eq(importChunks.piece, piece)));
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/** The rows of a stored file, some at a time; one piece of the file is in memory. */
export async function* rowsOfFile(
  db: Database,
  importId: string,
  country: string,
): AsyncGenerator<CsvRow[], void> {
  const reader = createFileReader(country);
  for await (const slice of slices(storedPieces(db, importId))) yield reader.push(slice);
  yield reader.end();
}
