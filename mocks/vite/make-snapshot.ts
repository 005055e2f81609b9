import { migrate } from '#server/db/migrate.ts';
import { fillWithDemo } from '#server/demo/fill-with-demo.ts';
import { createDatabase } from '../database.ts';
import { demoDeps } from '../demo-deps.ts';

/** The demo clinic's database as a tar archive, made from nothing. */
export async function makeSnapshot(): Promise<Uint8Array> {
  const { engine, db } = await createDatabase();
  await migrate(db);
  await fillWithDemo(demoDeps(db, 'http://demo.clinic'));
  // Nothing is ever created from the templates again, and they are half of an empty database.
  for (const template of ['template0', 'template1']) {
    await engine.query('UPDATE pg_database SET datistemplate = false WHERE datname = $1', [
      template,
    ]);
    await engine.exec(`DROP DATABASE ${template}`);
  }
  for (const step of ['VACUUM ANALYZE', 'CHECKPOINT']) await engine.exec(step);
  const archive = await engine.dumpDataDir('none');
  await engine.close();
  return new Uint8Array(await archive.arrayBuffer());
}
