import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { PatientImport } from '#domain/imports/patient-import.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { importRows } from '#server/db/schema/imports.ts';
import { jobs } from '#server/db/schema/jobs.ts';
import { patients } from '#server/db/schema/patients.ts';
import { JobLostError, leaseEnd } from '#server/jobs/job-steps.ts';
import { type JobRow, runJob } from '#server/jobs/run-job.ts';
import { openJobs } from '#server/jobs/run-jobs.ts';
import { checkFile, readImport, runJobs, uploadFile } from '#tests/support/import-steps.ts';
import { makeMessyCsv, MESSY_TODAY } from '#tests/support/messy-csv.ts';
import {
  type Client,
  openTestClinic,
  testId,
  type TestClinic,
} from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let desk: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  clinic.clock.now = new Date(`${MESSY_TODAY}T09:00:00.000Z`);
  desk = await clinic.as('receptionist');
});

const { bytes, oracle } = makeMessyCsv({
  rows: 2600,
  seed: 5,
  encoding: 'utf-8',
  delimiter: ';',
  dateForm: 'day-first',
  lineEnd: '\n',
});
const RIGHT = {
  bad: oracle.bad.size,
  duplicates: oracle.duplicates.size,
  existing: 0,
};

async function upload(): Promise<PatientImport> {
  const answer = await uploadFile(desk, bytes);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

/** A runner of its own claims the job, does some steps and then is gone without a word. */
async function runAndDie(steps: number): Promise<void> {
  const [job] = await clinic.db
    .update(jobs)
    .set({ status: 'running', runnerId: testId(), leaseUntil: leaseEnd(10_000) })
    .where(sql`status IN ('waiting', 'running')`)
    .returning();
  if (!job) throw new Error('No job waits.');
  let asked = 0;
  await runJob(clinic.deps, job, () => {
    asked += 1;
    return asked > steps;
  });
}

const leaseEnds = () => clinic.db.update(jobs).set({ leaseUntil: new Date(0) });
const theJob = async (): Promise<JobRow | undefined> =>
  (
    await clinic.db
      .select()
      .from(jobs)
      .where(sql`status <> 'done'`)
  )[0];

async function startRun(): Promise<PatientImport> {
  const checked = await checkFile(clinic, desk, await upload());
  await desk('POST', `/api/patients/imports/${checked.id}/run`, undefined, {
    'if-match': `"${checked.version}"`,
  });
  return await readImport(desk, checked.id);
}

test('a dry run cut off goes on where it was, and counts every row once', async () => {
  const uploaded = await upload();
  await desk('PUT', `/api/patients/imports/${uploaded.id}/mapping`, uploaded.suggestion, {
    'if-match': '"1"',
  });
  await runAndDie(2);
  expect(await clinic.db.$count(importRows)).toBe(1000);
  expect((await readImport(desk, uploaded.id)).job?.progress.done).toBe(1000);
  await leaseEnds();
  await runJobs(clinic);
  expect(await readImport(desk, uploaded.id)).toMatchObject({
    status: 'checked',
    counts: { ...RIGHT, fresh: oracle.good.size },
  });
});

test('an import cut off again and again neither loses nor repeats a row', async () => {
  const running = await startRun();
  for (let time = 1; time <= 3; time += 1) {
    await runAndDie(1);
    expect(await clinic.db.$count(patients)).toBe(250 * time);
    expect((await readImport(desk, running.id)).job?.progress.done).toBe(250 * time);
    await leaseEnds();
  }
  await runJobs(clinic);
  expect(await readImport(desk, running.id)).toMatchObject({
    status: 'done',
    counts: { ...RIGHT, imported: oracle.good.size, fresh: 0 },
    job: { status: 'done', progress: { done: oracle.good.size, total: oracle.good.size } },
  });
  expect(await clinic.db.$count(patients)).toBe(oracle.good.size);
  const made = eq(auditEntries.act, 'patients.create');
  expect(await clinic.db.$count(auditEntries, made)).toBe(oracle.good.size);
});

test('a step that breaks off leaves nothing behind', async () => {
  await startRun();
  await clinic.db.execute(sql`CREATE FUNCTION refuse_step() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the disk is full' USING ERRCODE = 'disk_full'; END $$`);
  await clinic.db.execute(sql`CREATE TRIGGER refuse_step BEFORE INSERT ON audit_entries
    FOR EACH ROW WHEN (NEW.act = 'imports.step') EXECUTE FUNCTION refuse_step()`);
  try {
    await runJobs(clinic);
    expect(await clinic.db.$count(patients)).toBe(0);
    expect(await theJob()).toMatchObject({ status: 'running', failures: 1, progress: { done: 0 } });
    for (let time = 2; time <= 3; time += 1) {
      await leaseEnds();
      await runJobs(clinic);
    }
  } finally {
    await clinic.db.execute(sql`DROP TRIGGER refuse_step ON audit_entries`);
    await clinic.db.execute(sql`DROP FUNCTION refuse_step`);
  }
  const failed = await theJob();
  expect(failed).toMatchObject({ status: 'failed', failures: 3 });
  const after = await readImport(desk, failed?.subjectId ?? '');
  expect(after).toMatchObject({ status: 'checked', counts: { fresh: oracle.good.size } });
  await desk('POST', `/api/patients/imports/${after.id}/run`, undefined, {
    'if-match': `"${after.version}"`,
  });
  await runJobs(clinic);
  expect((await readImport(desk, after.id)).counts?.imported).toBe(oracle.good.size);
  expect(clinic.logged.filter(({ message }) => message === 'a job broke off')).toHaveLength(3);
});

test('a job that another server holds is left alone until that one is silent', async () => {
  await startRun();
  await runAndDie(1);
  await runJobs(clinic);
  expect(await clinic.db.$count(patients)).toBe(250);
  await leaseEnds();
  await runJobs(clinic);
  expect(await clinic.db.$count(patients)).toBe(oracle.good.size);
});

test('a server whose job was taken over cannot write another step', async () => {
  await startRun();
  const [held] = await clinic.db
    .update(jobs)
    .set({ status: 'running', runnerId: testId() })
    .where(eq(jobs.status, 'waiting'))
    .returning();
  await clinic.db.update(jobs).set({ runnerId: testId() });
  if (!held) throw new Error('No job waits.');
  await expect(runJob(clinic.deps, held, () => false)).rejects.toThrow(JobLostError);
  expect(await clinic.db.$count(patients)).toBe(0);
});

test('of several runners at once each job is done by one', async () => {
  await startRun();
  const runners = [1, 2, 3].map(() => openJobs(clinic.deps));
  for (const runner of runners) runner.wake();
  await Promise.all(runners.map((runner) => runner.idle()));
  await Promise.all(runners.map((runner) => runner.stop()));
  expect(await clinic.db.$count(patients)).toBe(oracle.good.size);
  const made = eq(auditEntries.act, 'patients.create');
  expect(await clinic.db.$count(auditEntries, made)).toBe(oracle.good.size);
});

test('a server that closes ends its step and leaves the rest to the next start', async () => {
  const running = await startRun();
  const closing = openJobs(clinic.deps);
  closing.wake();
  await closing.stop();
  const job = await theJob();
  expect(job).toMatchObject({ subjectId: running.id, leaseUntil: null });
  await runJobs(clinic);
  expect(await clinic.db.$count(patients)).toBe(oracle.good.size);
});
