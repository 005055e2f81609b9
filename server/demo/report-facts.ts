import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';

const PIECE = 1_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** From here to the end of the transaction, what reports count is not kept statement by statement. */
export const reportLater = (db: Database): Promise<unknown> =>
  db.execute(sql`SELECT set_config('mesodesk.report_facts', 'later', true)`);

/** Works out what reports count of all patients, in pieces; tells `onPiece` how many are done. */
export async function countForReports(
  db: Database,
  onPiece: (done: number) => void = () => undefined,
): Promise<void> {
  let [last, done] = [NOBODY, 0];
  for (;;) {
    const ids = await selectRows(
      db,
      z.object({ id: z.string() }),
      sql`SELECT id FROM patients WHERE id > ${last}::uuid ORDER BY id LIMIT ${PIECE}`,
    );
    const end = ids.at(-1);
    if (!end) break;
    await db.execute(
      sql`SELECT refresh_report_facts(array_agg(id)) FROM patients
          WHERE id > ${last}::uuid AND id <= ${end.id}::uuid`,
    );
    last = end.id;
    done += ids.length;
    onPiece(done);
  }
  await db.execute(sql`SELECT set_config('mesodesk.report_facts', '', true)`);
}
