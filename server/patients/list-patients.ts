import { and, eq, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { LAPSED_AFTER_DAYS } from '#domain/courses/course-plan.ts';
import type { PatientListItem, PatientQuery, PatientSort } from '#domain/patients/patient-query.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { Page } from '#domain/shared/page.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import {
  afterCursor,
  type CursorStart,
  decodeCursor,
  FIRST_DAY,
  orderOf,
  pageFrom,
  type SortKey,
} from '../db/keyset.ts';
import { selectRows } from '../db/rows.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { readListed } from './listed-patients.ts';
import { readSearch } from './search-patients.ts';
import { findSimilar } from './similar-names.ts';

type Order = {
  columns: SQL[];
  start: CursorStart;
  /** The cursor's values back as SQL, in the columns' types. */
  bounds: (values: (string | null)[]) => SQL[];
  valuesOf: (patient: PatientListItem) => string[];
};

const ICU = sql`COLLATE "und-x-icu"`;
/** More than any clinic has. */
const EVERYONE = 1_000_000_000;

const ORDERS: Record<'name' | 'clinicNumber' | 'birthDate' | 'createdAt', Order> = {
  name: {
    columns: [sql`family_name ${ICU}`, sql`given_name ${ICU}`, sql`id`],
    start: 'text',
    bounds: ([family, given, id]) => [
      sql`${family} ${ICU}`,
      sql`${given} ${ICU}`,
      sql`${id}::uuid`,
    ],
    valuesOf: (patient) => [patient.familyName, patient.givenName, patient.id],
  },
  clinicNumber: {
    columns: [sql`clinic_number`, sql`id`],
    start: 'text',
    bounds: ([number, id]) => [sql`${number}`, sql`${id}::uuid`],
    valuesOf: (patient) => [patient.clinicNumber, patient.id],
  },
  birthDate: {
    columns: [sql`coalesce(birth_date, ${sql.raw(`'${FIRST_DAY}'`)}::date)`, sql`id`],
    start: 'date',
    bounds: ([date, id]) => [sql`${date}::date`, sql`${id}::uuid`],
    valuesOf: (patient) => [patient.birthDate ?? FIRST_DAY, patient.id],
  },
  createdAt: {
    columns: [sql`created_at`, sql`id`],
    start: 'instant',
    bounds: ([at, id]) => [sql`${at}::timestamptz`, sql`${id}::uuid`],
    valuesOf: (patient) => [patient.createdAt, patient.id],
  },
};

function orderFor(sort: PatientSort): Order & { keys: SortKey[] } {
  const isTurned = sort.startsWith('-');
  // Every sort is a key of ORDERS, perhaps after a minus.
  const order = ORDERS[(isTurned ? sort.slice(1) : sort) as keyof typeof ORDERS];
  const keys = order.columns.map((expression): SortKey => ({
    expression,
    direction: isTurned ? 'desc' : 'asc',
  }));
  return { ...order, keys };
}

/** Patients with a course whose next session is due, overdue or lapsed on a clinic date. */
function dueCondition(state: NonNullable<PatientQuery['due']>, today: string): SQL {
  const lapsed = addDays(today, -LAPSED_AFTER_DAYS);
  const when = {
    due: sql`courses.due_from <= ${today} AND courses.due_to >= ${today}`,
    overdue: sql`courses.due_to < ${today} AND courses.due_to >= ${lapsed}`,
    lapsed: sql`courses.due_to < ${lapsed}`,
  };
  return sql`EXISTS (SELECT 1 FROM courses WHERE courses.patient_id = patients.id AND ${when[state]})`;
}

/** The filters of a list of patients, as a condition on a clinic date; shared with the export. */
export function patientFilter(
  query: Pick<PatientQuery, 'archived' | 'sexAtBirth' | 'contactPreference' | 'due'>,
  today: string,
) {
  return and(
    query.archived === 'all' ? undefined : eq(patients.isArchived, query.archived === 'yes'),
    query.sexAtBirth === undefined ? undefined : eq(patients.sexAtBirth, query.sexAtBirth),
    query.contactPreference === undefined
      ? undefined
      : eq(patients.contactPreference, query.contactPreference),
    query.due === undefined ? undefined : dueCondition(query.due, today),
  );
}

async function countAll(ctx: Ctx, condition: SQL | undefined): Promise<number> {
  const where = condition ? sql`WHERE ${condition}` : sql``;
  const [row] = await selectRows(
    ctx.deps.db,
    z.object({ total: z.number() }),
    sql`SELECT count(*)::int AS total FROM patients ${where}`,
  );
  return row?.total ?? 0;
}

/**
 * The patients that match, a page at a time, each with the course that is due first. When no name
 * matches as typed, the most alike come instead, on one page.
 * @throws Problem `invalid` at `cursor`
 */
export async function listPatients(ctx: Ctx, query: PatientQuery): Promise<Page<PatientListItem>> {
  authorise(ctx, 'patients.read');
  const { db, now } = ctx.deps;
  const { country, timeZone } = await clinicOf(ctx);
  const today = clinicToday(timeZone, now());
  const filter = patientFilter(query, today);
  const search = query.q === undefined ? undefined : readSearch(query.q, country, today);
  const { keys, start, bounds, valuesOf } = orderFor(query.sort);
  const after =
    query.cursor === undefined
      ? undefined
      : afterCursor(keys, bounds(decodeCursor(query.cursor, keys.length, start)));
  const rows = await readListed(db, {
    // A subquery with a limit is not merged into the order: see PatientSearch.isSelective.
    source: search?.isSelective
      ? sql`(SELECT * FROM patients WHERE ${search.exact} LIMIT ${EVERYONE}) AS patients`
      : sql`patients`,
    where: and(filter, after, search?.isSelective ? undefined : search?.exact),
    orderBy: orderOf(keys),
    limit: query.limit + 1,
  });
  if (rows.length === 0 && query.cursor === undefined && search && search.names.length > 0) {
    const items = await findSimilar(db, search.names, filter, query.limit);
    return { items, nextCursor: null, ...(query.total === 'yes' ? { total: items.length } : {}) };
  }
  const page = pageFrom(rows, query.limit, valuesOf);
  if (query.total === 'no') return page;
  const isWhole = query.cursor === undefined && page.nextCursor === null;
  const matching = and(filter, search?.exact);
  return { ...page, total: isWhole ? rows.length : await countAll(ctx, matching) };
}
