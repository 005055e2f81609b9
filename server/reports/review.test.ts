import { desc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { screenings } from '#server/db/schema/screening.ts';
import { newIngredient } from '#tests/support/recipe-factories.ts';
import { makeUpClinic, writeClinic } from '#tests/support/random-clinic.ts';
import { makeUpTreatment, writeTreatment } from '#tests/support/random-treatment.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession } from '#tests/support/treatment-factories.ts';
import { openCourse, signedSession } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let manager: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  manager = await clinic.as('manager');
});

async function fill(seed: number, people: number) {
  const who = [await clinic.staffId('practitioner'), await clinic.staffId('practitioner-two')];
  const known = makeUpClinic(seed, people, who);
  await writeClinic(clinic, known);
  await writeTreatment(clinic, known, makeUpTreatment(known, seed));
}

const get = async (path: string) => {
  const answer = await manager('GET', `/api/reports/${path}`);
  expect(answer.status, `${path}: ${answer.text}`).toBe(200);
  return answer;
};

/** The cells of a file under one header, as they stand; the test clinic's country writes ";". */
function columnOf(csv: string, header: string): string[] {
  const [head = '', ...lines] = csv.replace('\ufeff', '').trim().split('\r\n');
  const mark = head.includes(';') ? ';' : ',';
  const at = head.split(mark).indexOf(header);
  expect(at, `${header} of ${head}`).toBeGreaterThanOrEqual(0);
  return lines
    .map((line) => (line.match(/("([^"]|"")*"|[^,;]*)([,;]|$)/g) ?? [])[at] ?? '')
    .map((cell) => cell.replace(/[,;]$/, ''));
}

const textsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text).join('\n');

test('the file and the picture of a report hold the same numbers', async () => {
  await fill(3, 120);
  const pairs = [
    ['shares', 'report=side_effects&groupBy=practitioner', '&figure=asked_people'],
    ['shares', 'report=completion&groupBy=technique', ''],
    ['responders', 'groupBy=indication&measure=patient_global_change', ''],
    ['funnel', 'groupBy=practitioner&figure=asked_people', ''],
  ] as const;
  let compared = 0;
  for (const [path, query, drawn] of pairs) {
    const csv = (await get(`${path}/export?${query}`)).text;
    const svg = await get(`${path}/picture?${query}${drawn}`);
    const texts = textsOf(svg.text);
    const [count, of] =
      path === 'responders' ? ['Responders', 'Assessed'] : (['Count', 'Of'] as const);
    const figures = path === 'shares' ? columnOf(csv, 'Figure') : undefined;
    const indications = columnOf(csv, 'Indication');
    const ofs = columnOf(csv, of);
    const shares = path === 'responders' ? undefined : columnOf(csv, 'Share');
    for (const [at, had] of columnOf(csv, count).entries()) {
      if (drawn !== '' && figures?.[at] !== 'People with a side effect, asked for') continue;
      if (path === 'funnel' && indications[at] !== indications[0]) continue;
      // A funnel draws only rows with a share.
      if (path === 'funnel' && shares?.[at] === '') continue;
      const isHidden = had === 'hidden' && ofs[at] === 'hidden';
      expect(texts, `${path} ${query}`).toContain(isHidden ? 'hidden' : `${had} of ${ofs[at]}`);
      if (had !== 'hidden') compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(3);
}, 60_000);

test('a picture is a file of its own kind, and who took it is recorded', async () => {
  await fill(5, 40);
  const answer = await get('shares/picture?report=harms&groupBy=indication');
  expect(answer.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="harms-.+\.svg"/,
  );
  expect(answer.text).toMatch(/^<\?xml/);
  const [last] = await clinic.db
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.id))
    .limit(1);
  expect(last).toMatchObject({ act: 'reports.export' });
  for (const path of [
    'curves/picture?report=resolution',
    'changes/picture',
    'runs/picture?report=lots',
  ])
    expect((await get(path)).text).toContain('</svg>');
});

test('a funnel counts what the reports count, and its middle is the clinic’s own share', async () => {
  await fill(7, 100);
  const funnel = await get('funnel?figure=asked_people&groupBy=practitioner');
  const shares = await get('shares?report=side_effects&groupBy=practitioner');
  let seen = 0;
  for (const { points, centre, count, of } of funnel.body.strata) {
    let [had, all] = [0, 0];
    for (const point of points) {
      const group = shares.body.groups.find(({ key }: { key: string }) => key === point.key);
      const figure = group.figures.find((one: { figure: string }) => one.figure === 'asked_people');
      expect([point.count, point.of]).toEqual([figure.count, figure.of]);
      had += figure.count;
      all += figure.of;
      expect(point.share === null).toBe(figure.of < 10);
      seen += 1;
    }
    expect([count, of]).toEqual([had, all]);
    expect(centre).toBe(all === 0 ? null : had / all);
  }
  expect(seen).toBe(shares.body.groups.length);
});

test('details have a file only where there are any', async () => {
  await fill(9, 30);
  expect((await get('shares/details?report=severity')).text).toContain('Grade 1');
  expect((await get('shares/details?report=adherence')).text).toContain('as planned');
  const refused = await manager('GET', '/api/reports/shares/details?report=harms');
  expect(refused.status).toBe(422);
});

test('unsigned sessions: the caller’s own first, and for managers numbers without names', async () => {
  const doctor = await clinic.as('practitioner');
  const other = await clinic.as('practitioner-two');
  const [mine, theirs] = [
    await clinic.staffId('practitioner'),
    await clinic.staffId('practitioner-two'),
  ];
  const { courseId } = await openCourse(doctor);
  const draft = async (who: Client, performedBy: string, sessionOn: string) => {
    const made = await who(
      'POST',
      '/api/sessions',
      newSession(courseId, performedBy, { sessionOn }),
    );
    expect(made.status, made.text).toBe(201);
  };
  await draft(doctor, mine, '2026-05-20');
  await draft(other, theirs, '2026-05-01');
  await draft(doctor, mine, '2026-06-01');
  const list = async (who: Client, query = '') => {
    const answer = await who('GET', `/api/reports/unsigned${query}`);
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };
  const days = ({ items }: { items: { sessionOn: string }[] }) =>
    items.map(({ sessionOn }) => sessionOn);
  expect(days(await list(doctor))).toEqual(['2026-05-20', '2026-06-01', '2026-05-01']);
  expect(days(await list(other))).toEqual(['2026-05-01', '2026-05-20', '2026-06-01']);
  expect(days(await list(doctor, '?whose=mine'))).toEqual(['2026-05-20', '2026-06-01']);
  const seen = await list(manager);
  expect(days(seen)).toEqual(['2026-05-01', '2026-05-20', '2026-06-01']);
  expect(seen.items.map(({ details }: { details: unknown }) => details)).toEqual([
    null,
    null,
    null,
  ]);
  const { gaps } = (await get('overview')).body;
  expect(gaps).toContainEqual({ gap: 'unsigned_sessions', count: 3 });

  const first = await list(doctor, '?limit=2');
  expect(days(first)).toEqual(['2026-05-20', '2026-06-01']);
  expect(days(await list(doctor, `?limit=2&cursor=${first.nextCursor}`))).toEqual(['2026-05-01']);
  const forged = btoa(JSON.stringify(['0', 'soon', mine]));
  expect((await doctor('GET', `/api/reports/unsigned?cursor=${forged}`)).status).toBe(422);
});

test('a version and a lot first used in the period are marked in their week', async () => {
  const doctor = await clinic.as('practitioner');
  const me = await clinic.staffId('practitioner');
  const ingredient = await doctor('POST', '/api/ingredients', newIngredient({ name: 'Biotin' }));
  expect(ingredient.status, ingredient.text).toBe(201);
  const { courseId } = await openCourse(doctor);
  const withLot = async (sessionOn: string, lot: string) =>
    await signedSession(doctor, courseId, me, {
      sessionOn,
      usedIngredients: [
        {
          ingredientId: ingredient.body.id,
          volumeMl: 1,
          lot,
          expiresOn: '2027-06-30',
          openedOn: sessionOn,
          vial: '1',
        },
      ],
    });
  await withLot('2026-03-02', 'A1');
  await withLot('2026-04-07', 'A1');
  await withLot('2026-05-13', 'B2');
  const { items } = (await get('runs/marks?report=lots&from=2026-04-01&to=2026-05-31')).body;
  // A1 was in use before the period; B2 is new in the week of its Monday.
  expect(items).toEqual([{ monday: '2026-05-11', kinds: ['lot'], words: 'new lot: Biotin B2' }]);
  expect((await get('runs/marks?report=no_shows')).body.items).toEqual([]);
  const picture = await get('runs/picture?report=lots&from=2026-04-01&to=2026-05-31');
  expect(picture.text).toContain('</svg>');
});

test('the gap of unanswered questions is as long as its list, and waits for the clinician', async () => {
  const doctor = await clinic.as('practitioner');
  const me = await clinic.staffId('practitioner');
  const { courseId, patientId } = await openCourse(doctor);
  await signedSession(doctor, courseId, me);
  const stands = async () => {
    const { gaps } = (await get('overview')).body;
    const { items } = (await get('patients?behind=screening&state=no')).body;
    const { count } = gaps.find(({ gap }: { gap: string }) => gap === 'screening');
    expect(items).toHaveLength(count);
    return count;
  };
  // Nothing is signed before its questions are answered.
  expect(await stands()).toBe(0);
  await clinic.db
    .update(screenings)
    .set({ needsClinician: true, reviewedAt: null, reviewedBy: null })
    .where(eq(screenings.patientId, patientId));
  expect(await stands()).toBe(1);
  await clinic.db.delete(screenings).where(eq(screenings.patientId, patientId));
  expect(await stands()).toBe(1);
});
