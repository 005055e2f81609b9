import type { Database } from '../db/database.ts';
import { findClinic } from '../clinic/clinic-view.ts';

/** Whether the clinic wants a note on recipes with few principal ingredients; off by default (S2). */
export const wantsPrincipalNote = async (db: Database): Promise<boolean> =>
  (await findClinic(db))?.notesFewPrincipals ?? false;
