import { beforeAll, expect, test } from 'vitest';
import { DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { createApp } from '#server/app.ts';
import { operationsOf, type PlacedOperation } from '#server/http/openapi.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import { type DemoTestClinic, openDemoClinic, signInAs } from '#tests/support/demo-clinic.ts';

/** Who sends an example, of which record in the path, made on which version of it. */
type Sent = { as: string | null; id?: string; version?: number };

const [DESK, DOCTOR, OWNER] = DEMO_STAFF.map(({ id }) => id);
const desk = (id?: string): Sent => ({ as: DESK ?? null, ...(id === undefined ? {} : { id }) });
const doctor = (id?: string, version = 1): Sent => ({
  as: DOCTOR ?? null,
  version,
  ...(id === undefined ? {} : { id }),
});
const owner = (id?: string): Sent => ({ as: OWNER ?? null, ...(id === undefined ? {} : { id }) });

/** Every operation with an example. A string says why it cannot be sent as it stands. */
const SENT: Record<string, Sent | string> = {
  signIn: { as: null },
  changePassword: desk(),
  unlockDesk: desk(),
  openLink: 'The secret of a link is known to its holder alone.',
  acceptLink: 'The secret of a link is known to its holder alone.',
  setUpClinic: 'The demo clinic is set up.',
  updateClinic: owner(),
  inviteStaff: owner(),
  updateStaff: owner(DESK),
  createPatient: desk(),
  updatePatient: desk(DEMO_IDS.patient),
  createIngredient: doctor(),
  updateIngredient: doctor(DEMO_IDS.ingredient),
  createRecipe: doctor(),
  updateRecipe: doctor(DEMO_IDS.recipe, 3),
  createRecipeVersion: doctor(DEMO_IDS.recipe),
  updateRecipeVersion: doctor(DEMO_IDS.unusedRecipeVersion),
  openCourse: doctor(),
  updateCourse: doctor(DEMO_IDS.course),
  closeCourse: doctor(DEMO_IDS.course),
  reopenCourse: doctor(DEMO_IDS.closedCourse, 2),
  recordAssessment: doctor(),
  voidOutcome: doctor(DEMO_IDS.outcome),
  createSession: doctor(),
  updateSession: doctor(DEMO_IDS.session),
  signSession: doctor(DEMO_IDS.session),
  addSessionNote: doctor(DEMO_IDS.signedSession),
};

let clinic: DemoTestClinic;
let operations: PlacedOperation[];

beforeAll(async () => {
  clinic = await openDemoClinic();
  operations = operationsOf(clinic.app);
});

const isJsonBody = ({ body }: PlacedOperation): boolean => body !== undefined && '_zod' in body;

class TakenBack extends Error {}

/** Sends an operation's example and takes back what it did; answers the status and the text. */
async function sendExample(
  operation: PlacedOperation,
  { as, id, version }: Sent,
): Promise<{ status: number; text: string }> {
  const { deps } = clinic;
  let answered = { status: 0, text: 'No answer.' };
  const sending = deps.db.transaction(async (db) => {
    const accounts = openAccounts({
      db,
      now: () => new Date(),
      secret: 'a secret that only tests know, long enough',
      publicUrl: 'http://clinic.test',
      triesPerMinute: 1000,
    });
    const headers = new Headers({ 'content-type': 'application/json' });
    if (as !== null) headers.set('cookie', await signInAs(db, as));
    if (operation.versioned) headers.set('if-match', `"${version ?? 1}"`);
    const path = operation.path.replace(':id', id ?? 'an id is missing in the table');
    const response = await createApp({ ...deps, db, accounts }).fetch(
      new Request(`http://clinic.test${path}`, {
        method: operation.method,
        headers,
        body: JSON.stringify(operation.example),
      }),
    );
    answered = { status: response.status, text: await response.text() };
    throw new TakenBack();
  });
  await expect(sending).rejects.toThrow(TakenBack);
  return answered;
}

test('every request body has an example, and every example is in the table', () => {
  const withBody = operations.filter(isJsonBody);
  expect(withBody.filter(({ example }) => example === undefined).map(({ id }) => id)).toEqual([]);
  expect(Object.keys(SENT).toSorted()).toEqual(withBody.map(({ id }) => id).toSorted());
});

test.each(Object.entries(SENT).filter(([, sent]) => typeof sent !== 'string'))(
  'the example of %s is taken as it stands',
  async (operationId, sent) => {
    const operation = operations.find(({ id }) => id === operationId);
    if (!operation || typeof sent === 'string') throw new Error(`There is no ${operationId}.`);
    const { status, text } = await sendExample(operation, sent);
    expect(status, text).toBe(operation.status);
  },
);
