import { type Client, Query } from 'pg';
import type { CopyText } from '../demo/copy-text.ts';

/** What pg's connection has for COPY; its published types leave it out. */
type CopyConnection = {
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
};

const PIECE = 1 << 20;

/** A `COPY … FROM STDIN`: pg asks a query for its data by this name. */
class CopyIn extends Query {
  readonly #text: Buffer;

  constructor(statement: string, text: CopyText['text']) {
    super(statement);
    this.#text = Buffer.from(text.buffer, text.byteOffset, text.length);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (let from = 0; from < this.#text.length; from += PIECE)
      connection.sendCopyFromChunk(this.#text.subarray(from, from + PIECE));
    connection.endCopyFrom();
  }
}

const run = (client: Client, query: CopyIn): Promise<void> =>
  new Promise((done, failed) => {
    query.on('end', () => done());
    query.on('error', failed);
    client.query(query);
  });

/**
 * Loads texts into tables by COPY in the open transaction of a client. A table is emptied before
 * its first text, which lets PostgreSQL write rows that need no vacuum after.
 * @throws Error if a table holds rows of others
 */
export function copyInto(client: Client): (text: CopyText) => Promise<void> {
  const begun = new Set<string>();
  const begin = async (table: string): Promise<void> => {
    const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`);
    if (rowCount !== 0) throw new Error(`The table ${table} is not empty.`);
    await client.query(`TRUNCATE ${table}`);
    begun.add(table);
  };
  return async ({ table, columns, text }) => {
    const name = client.escapeIdentifier(table);
    if (!begun.has(name)) await begin(name);
    const names = columns.map((column) => client.escapeIdentifier(column)).join(', ');
    await run(client, new CopyIn(`COPY ${name} (${names}) FROM STDIN WITH (FREEZE)`, text));
  };
}
