import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { addDays } from '#domain/shared/calendar-date.ts';
import { calendarDateIn, clinicClock, clockText } from '#domain/shared/clinic-time.ts';
import { startEmbeddedPostgres } from '#server/adapters/embedded-postgres.ts';
import { openPostgres } from '#server/adapters/postgres.ts';
import { createApp } from '#server/app.ts';
import { migrate } from '#server/db/migrate.ts';
import { selectRows } from '#server/db/rows.ts';
import { openChanges } from '#server/live/changes.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import { uuidV7 } from '#server/uuid-v7.ts';

const REQUESTS = 300;
const CONNECTIONS = 10;
/** Five practitioners with sixteen half hours a day, all of them taken, three months ahead too. */
const PRACTITIONERS = 5;
const SLOTS_OF_DAY = 16;
const DAYS_AHEAD = 90;
const ZONE = 'Europe/Lisbon';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const daysBehind = Number(process.argv[2] ?? 730);
const patientCount = Number(process.argv[3] ?? 10_000);
const dataDir = await mkdtemp(join(tmpdir(), 'mesodesk-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir });
const { db, close } = openPostgres(postgres.url);
const now = () => new Date();
const clock = clinicClock(ZONE);
const today = calendarDateIn(ZONE, now());

const idOf = (kind: string, n: number): string =>
  `00000000-0000-7000-8${kind}-${n.toString(16).padStart(12, '0')}`;
const ids = (kind: string, n: string) =>
  sql.raw(`('00000000-0000-7000-8${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`);

/** Two years of a busy clinic, all of them signed for, and the three months to come without a gap before 17:00. */
async function fill(): Promise<void> {
  await migrate(db);
  const week = '[{"from": "09:00", "to": "18:00"}]';
  const days = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].map((day) => `${day}day`);
  const hours = `{${days.map((day) => `"${day}": ${week}`).join(', ')}}`;
  const rooms = Array.from({ length: PRACTITIONERS }, (_, index) => ({
    id: idOf('006', index + 1),
    name: `Room ${index + 1}`,
  }));
  await db.execute(sql`INSERT INTO clinic (id, created_at, updated_at, name, time_zone, country, hours, rooms, idle_lock_minutes, is_demo)
    VALUES (gen_random_uuid(), now(), now(), 'Bench', ${ZONE}, 'PT', ${hours}::jsonb, ${JSON.stringify(rooms)}::jsonb, 10, false)`);
  await db.execute(sql`INSERT INTO auth."user" (id, name, email, email_verified, created_at, updated_at)
    VALUES ('u', 'Bench', 'bench@clinic.test', false, now(), now())`);
  await db.execute(sql`INSERT INTO staff (id, created_at, updated_at, user_id, name, email, roles, is_prescriber, is_owner, is_active)
    VALUES (${idOf('001', 99)}::uuid, now(), now(), 'u', 'Bench', 'bench@clinic.test', '{receptionist}', false, false, true)`);
  await db.execute(sql`INSERT INTO auth.session (id, token, user_id, expires_at, created_at, updated_at)
    VALUES ('s', 'bench-token', 'u', now() + interval '1 day', now(), now())`);
  await db.execute(sql`INSERT INTO staff (id, created_at, updated_at, name, email, roles, is_prescriber, is_owner, is_active)
    SELECT ${ids('001', 'n')}, now(), now(), 'Dr ' || n, n || '@clinic.test', '{practitioner}', true, false, true
    FROM generate_series(1, ${PRACTITIONERS}::int) n`);
  await db.execute(sql`INSERT INTO appointment_types (id, created_at, updated_at, name, kind, duration_minutes, buffer_minutes, position)
    VALUES (${idOf('002', 1)}::uuid, now(), now(), 'Session', 'session', 30, 0, 1)`);
  await db.execute(sql`INSERT INTO patients (id, created_at, updated_at, clinic_number, family_name, given_name, sex_at_birth, contact_preference, notes, identity)
    SELECT ${ids('004', 'n')}, now(), now(), n::text, 'Family ' || n, 'Given', 'female', 'phone', '', n::text
    FROM generate_series(1, ${patientCount}::int) n`);
  await db.execute(sql`INSERT INTO courses (id, created_at, updated_at, patient_id, indication, diagnosis_basis, purpose, complaint, areas, causes_asked, concomitant_therapies, baseline_notes, status, planned_sessions, last_session_on)
    SELECT ${ids('005', 'n')}, now(), now(), ${ids('004', 'n')}, 'androgenetic_female', 'complaint', 'treat', '', '{vertex}', '{}', '[]', '', 'open', 6, ${today}::date - 1
    FROM generate_series(1, ${patientCount}::int) n`);
  // In pieces, because no statement of ours may take longer than half a minute.
  for (let first = -daysBehind; first < DAYS_AHEAD; first += 100)
    await db.execute(sql`INSERT INTO appointments (id, created_at, updated_at, patient_id, practitioner_id, room_id, type_id, course_id, starts_at, ends_at, status, note)
      SELECT gen_random_uuid(), now(), now(), ${ids('004', 'person')}, ${ids('001', 'p')}, ${ids('006', 'p')},
        ${idOf('002', 1)}::uuid, ${ids('005', 'person')}, at, at + interval '30 minutes',
        CASE WHEN d < 0 THEN 'done' ELSE 'booked' END, ''
      FROM (SELECT p, d, 1 + (d + 100000) * ${PRACTITIONERS * SLOTS_OF_DAY}::int % ${patientCount}::int
          + (p - 1) * ${SLOTS_OF_DAY}::int + k AS raw,
          (${today}::date + d + time '09:00' + k * interval '30 minutes') AT TIME ZONE ${ZONE} AS at
        FROM generate_series(1, ${PRACTITIONERS}::int) p,
          generate_series(${first}::int, ${Math.min(first + 100, DAYS_AHEAD) - 1}::int) d,
          generate_series(0, ${SLOTS_OF_DAY - 1}::int) k) AS slots,
        LATERAL (SELECT 1 + (raw - 1) % ${patientCount}::int AS person) AS people`);
  await db.execute(sql`VACUUM ANALYZE`);
}

const app = createApp({
  db,
  now,
  newId: () => uuidV7(now(), randomBytes(10)),
  newSecret: () => randomBytes(24).toString('base64url'),
  accounts: openAccounts({
    db,
    now,
    secret: 'x'.repeat(40),
    publicUrl: 'http://clinic.test',
    triesPerMinute: 1000,
  }),
  wakeJobs: () => undefined,
  changes: openChanges(),
  log: () => undefined,
  build: 'bench',
});

async function ask(path: string, body?: object): Promise<string> {
  const answer = await app.fetch(
    new Request(`http://clinic.test${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        cookie: 'mesodesk.session_token=bench-token.x',
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return text;
}

const course = (part: string) => ({
  patientId: idOf('004', 1),
  typeId: idOf('002', 1),
  practitionerId: idOf('001', 1),
  roomId: null,
  count: 6,
  intervalDaysMin: 14,
  intervalDaysMax: 28,
  from: today,
  part,
  fixed: [],
});

/** A booking of its own: an hour after 17:00 that nobody holds yet. */
function booking(n: number): object {
  const practitioner = 1 + (n % PRACTITIONERS);
  const place = Math.floor(n / PRACTITIONERS);
  const date = addDays(today, 1 + Math.floor(place / 2));
  return {
    patientId: idOf('004', 1 + (n % patientCount)),
    practitionerId: idOf('001', practitioner),
    roomId: idOf('006', practitioner),
    typeId: idOf('002', 1),
    courseId: null,
    note: '',
    startsAt: clock.instantAt(date, clockText(17 * 60 + 30 * (place % 2))),
  };
}

async function measure(name: string, work: (n: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  let next = 0;
  const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < REQUESTS) {
        const n = next++;
        const from = performance.now();
        await work(n);
        times.push(performance.now() - from);
      }
    }),
  );
  const cpu = process.cpuUsage(cpuBefore);
  const busy = ((cpu.user + cpu.system) / 1000 / REQUESTS).toFixed(1);
  const rate = REQUESTS / ((performance.now() - began) / 1000);
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const alone = performance.now();
  await work(REQUESTS);
  const single = (performance.now() - alone).toFixed(1);
  say(
    `${name.padEnd(48)} ${rate.toFixed(0).padStart(5)}/s  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  alone ${single} ms  server CPU ${busy} ms`,
  );
}

try {
  await fill();
  const [count] = await selectRows(
    db,
    z.object({ rows: z.number() }),
    sql`SELECT count(*)::int AS rows FROM appointments`,
  );
  say(`${count?.rows} appointments, ${CONNECTIONS} at once, ${REQUESTS} requests each`);
  const free = (query: string) =>
    ask(`/api/appointments/free?typeId=${idOf('002', 1)}&limit=10&${query}`);
  const range = (days: number) => `from=${addDays(today, 1)}&to=${addDays(today, days)}`;
  const week = await ask(`/api/schedule?${range(6)}`);
  say(`week of six days: ${(week.length / 1024).toFixed(0)} kB of JSON`);
  await measure('schedule of a day', () => ask(`/api/schedule?${range(1)}`));
  await measure('schedule of a week', () => ask(`/api/schedule?${range(6)}`));
  await measure('schedule of six weeks, one practitioner', () =>
    ask(`/api/schedule?${range(42)}&practitionerId=${idOf('001', 1)}`),
  );
  await measure('first free, this week', () => free('part=evening'));
  await measure('first free, past three full months', () => free('part=morning'));
  await measure('proposals for a course of six', () =>
    ask('/api/appointments/proposals', course('evening')),
  );
  await measure('booking', (n) => ask('/api/appointments', booking(n)));
} finally {
  await close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
