import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { comparabilityKey } from '#domain/outcomes/comparability.ts';
import { MEASURE_DETAILS, MEASURES } from '#domain/outcomes/measure.ts';
import { NO_CONDITIONS } from '#domain/outcomes/reading-details.ts';
import { seededRandom } from '#domain/demo/seeded-random.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { outcomes } from '#server/db/schema/outcomes.ts';
import { selectRows } from '#server/db/rows.ts';
import { makeUpClinic, writeClinic } from '#tests/support/random-clinic.ts';
import { openTestClinic, testId } from '#tests/support/test-clinic.ts';

test('SQL knows the parts of the comparability key of every measure', async () => {
  const { db } = await openTestClinic();
  for (const measure of MEASURES) {
    const [row] = await selectRows(
      db,
      z.object({ parts: z.array(z.string()) }),
      sql`SELECT key_parts(${measure}) AS parts`,
    );
    expect(row?.parts.toSorted(), measure).toEqual(MEASURE_DETAILS[measure].keyParts.toSorted());
  }
});

test('SQL joins exactly the readings that the rules join', async () => {
  const clinic = await openTestClinic();
  const random = seededRandom('comparability');
  const known = makeUpClinic(1, 1);
  await writeClinic(clinic, known);
  const [course] = known.courses;
  if (!course) throw new Error('There is a course.');
  const raters = [await clinic.staffId('practitioner'), await clinic.staffId('practitioner-two')];
  const device = () => random.pick(['Scope X', ' scope x', 'Scope Y', 'Scope X']);
  const readings = (['hair_pull', 'salt', 'density', 'terminal_vellus', 'dlqi'] as const).flatMap(
    (measure) =>
      Array.from({ length: 30 }, () => ({
        id: testId(),
        courseId: course.id,
        measure,
        value: 3,
        assessedOn: '2026-01-10',
        isBaseline: random.chance(0.5),
        raterId: random.pick([raters[0] ?? null, raters[1] ?? null, null]),
        site: random.chance(0.9) ? random.pick<'vertex' | 'frontal'>(['vertex', 'frontal']) : null,
        lastWashOn: random.chance(0.5) ? addDays('2026-01-10', -random.int(1, 2)) : null,
        conditions:
          measure === 'hair_pull' || measure === 'salt' || measure === 'dlqi'
            ? null
            : {
                ...NO_CONDITIONS,
                landmark: '14 cm',
                areaCm2: random.pick([0.5, 1]),
                device: device(),
                software: '2',
                magnification: 20,
                cutoffUm: random.chance(0.8) ? 40 : null,
                isDyed: false,
                isClipped: true,
                daysSinceWash: random.pick([1, 2, null]),
              },
      })),
  );
  await clinic.db.insert(outcomes).values(
    readings.map((reading) => ({
      ...reading,
      patientId: course.patientId,
      rater: 'clinician' as const,
      isBlinded: false,
      notes: '',
      recordedBy: raters[0] ?? '',
      createdAt: clinic.clock.now,
      updatedAt: clinic.clock.now,
    })),
  );
  const found = await selectRows(
    clinic.db,
    z.object({ id: z.string(), key: z.nullable(z.string()) }),
    sql`SELECT id, measured_alike(outcomes) AS key FROM outcomes WHERE notes = ''`,
  );
  const keyOf = new Map(found.map(({ id, key }) => [id, key]));
  let joined = 0;
  for (const one of readings)
    for (const other of readings) {
      if (one.measure !== other.measure || one.id >= other.id) continue;
      const [left, right] = [comparabilityKey(one), comparabilityKey(other)];
      const isJoined = left !== null && left === right;
      const [a, b] = [keyOf.get(one.id) ?? null, keyOf.get(other.id) ?? null];
      expect(a !== null && a === b, JSON.stringify([one, other])).toBe(isJoined);
      joined += Number(isJoined);
    }
  expect(joined).toBeGreaterThan(100);
});
