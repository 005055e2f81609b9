import { and, eq, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Patient } from '#domain/patients/patient.ts';
import { LAPSED_AFTER_DAYS } from '#domain/courses/course-plan.ts';
import type { PatientListItem, PatientQuery, PatientSort } from '#domain/patients/patient-query.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { Page } from '#domain/shared/page.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { firstDueOf } from '../courses/list-progress.ts';
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
import { toPatient } from './patient-view.ts';
import { readSearch } from './search-patients.ts';
import { findSimilar } from './similar-names.ts';

type Order = {
  columns: SQL[];
  start: CursorStart;
  /** The cursor's values back as SQL, in the columns' types. */
  bounds: (values: (string | null)[]) => SQL[];
  valuesOf: (patient: Patient) => string[];
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

/** The patients of a page, each with the course that is due first. */
async function withNextDue(ctx: Ctx, page: Page<Patient>): Promise<Page<PatientListItem>> {
  const due = await firstDueOf(
    ctx.deps.db,
    page.items.map(({ id }) => id),
  );
  return {
    ...page,
    items: page.items.map((one) => ({ ...one, nextDue: due.get(one.id) ?? null })),
  };
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

async function similarPage(
  ctx: Ctx,
  query: PatientQuery,
  filter: SQL | undefined,
  names: readonly string[],
) {
  const rows = await findSimilar(ctx.deps.db, names, filter, query.limit);
  return { items: rows.map(toPatient), nextCursor: null };
}

/**
 * The patients that match, a page at a time. When no name matches as typed, the most alike come
 * instead, on one page.
 * @throws Problem `invalid` at `cursor`
 */
export async function listPatients(ctx: Ctx, query: PatientQuery): Promise<Page<PatientListItem>> {
  authorise(ctx, 'patients.read');
  return await withNextDue(ctx, await findPage(ctx, query));
}

async function findPage(ctx: Ctx, query: PatientQuery): Promise<Page<Patient>> {
  const { db, now } = ctx.deps;
  const { country, timeZone } = await fetchClinic(db);
  const today = clinicToday(timeZone, now());
  const filter = patientFilter(query, today);
  const search = query.q === undefined ? undefined : readSearch(query.q, country, today);
  const { keys, start, bounds, valuesOf } = orderFor(query.sort);
  const matching = and(filter, search?.exact);
  const after =
    query.cursor === undefined
      ? undefined
      : afterCursor(keys, bounds(decodeCursor(query.cursor, keys.length, start)));
  const rows = await (
    search?.isSelective
      ? // A subquery with a limit is not merged into the order: see PatientSearch.isSelective.
        db
          .select()
          .from(db.select().from(patients).where(search.exact).limit(EVERYONE).as('patients'))
          .where(and(filter, after))
      : db.select().from(patients).where(and(matching, after))
  )
    .orderBy(orderOf(keys))
    .limit(query.limit + 1);
  if (rows.length === 0 && query.cursor === undefined && search && search.names.length > 0) {
    const page = await similarPage(ctx, query, filter, search.names);
    return query.total === 'yes' ? { ...page, total: page.items.length } : page;
  }
  const page = pageFrom(rows.map(toPatient), query.limit, valuesOf);
  return query.total === 'yes' ? { ...page, total: await countAll(ctx, matching) } : page;
}
