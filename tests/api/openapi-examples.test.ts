import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { demoTypeId } from '#domain/demo/demo-availability.ts';
import { DEMO_STAFF, demoId } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS, DEMO_KINDS } from '#domain/demo/demo-ids.ts';
import { demoProtocolVersionId } from '#domain/demo/demo-protocols.ts';
import { createApp } from '#server/app.ts';
import type { Database } from '#server/db/database.ts';
import { operationsOf, type PlacedOperation } from '#server/http/openapi.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import { type DemoTestClinic, openDemoClinic, signInAs } from '#tests/support/demo-clinic.ts';

/** Who sends an example, of which record in the path, made on which version of it. */
type Sent = { as: string | null; id?: string; version?: number; first?: () => Request };

/** A file with the columns that the example of a mapping is about. */
const uploadOfFiveColumns = () =>
  new Request('http://clinic.test/api/patients/imports?fileName=patients.csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: 'No;Family name;Given name;Born;Shoe size\n7001;Nunes;Beatriz;11/11/1999;38\n',
  });
const recordNamed = z.object({ id: z.string(), version: z.number() });

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
  readNotifications: desk(),
  createPatient: desk(),
  updatePatient: desk(DEMO_IDS.patient),
  createIngredient: doctor(),
  updateIngredient: doctor(DEMO_IDS.ingredient),
  createIngredientPair: doctor(),
  updateIngredientPair: doctor(DEMO_IDS.ingredientPair),
  createRecipe: doctor(),
  updateRecipe: doctor(DEMO_IDS.recipe, 3),
  createRecipeVersion: doctor(DEMO_IDS.recipe),
  updateRecipeVersion: doctor(DEMO_IDS.unusedRecipeVersion),
  approveRecipeVersion: doctor(DEMO_IDS.unusedRecipeVersion),
  openCourse: doctor(),
  updateCourse: doctor(DEMO_IDS.course),
  changeCoursePlan: doctor(DEMO_IDS.course),
  closeCourse: doctor(DEMO_IDS.course),
  createAppointmentType: owner(),
  orderAppointmentTypes: owner(),
  updateAppointmentType: owner(demoTypeId(1)),
  createStaffHours: owner(),
  updateStaffHours: owner(demoId(DEMO_KINDS.staffHours, 1)),
  createTimeOff: owner(),
  updateTimeOff: owner(demoId(DEMO_KINDS.timeOff, 1)),
  createClosure: owner(),
  updateClosure: owner(demoId(DEMO_KINDS.closure, 1)),
  proposeProtocol: doctor(),
  proposeProtocolVersion: doctor(demoId(DEMO_KINDS.protocol, 1)),
  // The last version is the draft.
  updateProtocolDraft: doctor(demoProtocolVersionId(9)),
  reopenCourse: doctor(DEMO_IDS.closedCourse, 2),
  recordAssessment: doctor(),
  voidOutcome: doctor(DEMO_IDS.outcome),
  createSession: doctor(),
  updateSession: doctor(DEMO_IDS.session),
  signSession: doctor(DEMO_IDS.session),
  addSessionNote: doctor(DEMO_IDS.signedSession),
  overrideSessionChecks: doctor(DEMO_IDS.session),
  withdrawSessionOverride: 'A reason is taken back after it was given.',
  recordLaterPain: 'Its day lies between the session and today, and both move with the calendar.',
  createSideEffect: doctor(),
  updateSideEffect: doctor(DEMO_IDS.sideEffect),
  logFollowUpAttempt: desk(DEMO_IDS.followUp),
  recordFollowUpContact: doctor(DEMO_IDS.followUp),
  reviewFollowUp: doctor(DEMO_IDS.lapsedFollowUp),
  closeFollowUp: doctor(DEMO_IDS.followUp),
  filePhoneReport: desk(),
  closePhoneReport: doctor(DEMO_IDS.phoneReport),
  updatePatientProfile: doctor(DEMO_IDS.patient),
  recordScreening: doctor(),
  updateScreening: doctor(DEMO_IDS.screening),
  reviewScreening: doctor(DEMO_IDS.screening),
  changeScreeningLevel: owner(),
  decideScreeningLevel: owner(DEMO_IDS.levelChange),
  startIntake: desk(),
  signConsent: doctor(),
  withdrawPhotos: doctor(DEMO_IDS.consent),
  revokeConsent: doctor(DEMO_IDS.consent),
  createConsentTemplate: doctor(),
  updateConsentTemplate: doctor(DEMO_IDS.consentTemplateDraft),
  beginConsultation: doctor(),
  updateConsultation: doctor(DEMO_IDS.consultation),
  openIntake: 'The secret of a form is known to the desk that handed it over.',
  answerIntake: 'The secret of a form is known to the desk that handed it over.',
  bookAppointment: desk(),
  overrideBooking: owner(),
  moveAppointments: desk(),
  pushAppointments: desk(),
  proposeAppointments: desk(),
  bookSeries: desk(),
  updateAppointment: desk(DEMO_IDS.appointment),
  overrideMove: owner(DEMO_IDS.appointment),
  stepAppointment: desk(DEMO_IDS.appointment),
  cancelAppointment: desk(DEMO_IDS.appointment),
  addWaiting: desk(),
  updateWaiting: desk(DEMO_IDS.waitingEntry),
  withdrawWaiting: desk(DEMO_IDS.waitingEntry),
  bookWaiting: desk(DEMO_IDS.waitingEntry),
  parkAppointments: desk(),
  mapImport: { ...desk(), first: uploadOfFiveColumns },
};

let clinic: DemoTestClinic;
let operations: PlacedOperation[];

beforeAll(async () => {
  clinic = await openDemoClinic();
  operations = operationsOf(clinic.app);
});

const isJsonBody = ({ body }: PlacedOperation): boolean => body !== undefined && '_zod' in body;

class TakenBack extends Error {}

/** The clinic's app on an open transaction, asked by one person. */
async function appOn(
  db: Database,
  as: string | null,
): Promise<(request: Request) => Promise<Response>> {
  const accounts = openAccounts({
    db,
    now: () => new Date(),
    secret: 'a secret that only tests know, long enough',
    publicUrl: 'http://clinic.test',
    triesPerMinute: 1000,
  });
  const app = createApp({ ...clinic.deps, db, accounts });
  const cookie = as === null ? null : await signInAs(db, as);
  return async (request) => {
    if (cookie !== null) request.headers.set('cookie', cookie);
    return await app.fetch(request);
  };
}

/** Sends an operation's example and takes back what it did; answers the status and the text. */
async function sendExample(
  operation: PlacedOperation,
  { as, id, version, first }: Sent,
): Promise<{ status: number; text: string }> {
  let answered = { status: 0, text: 'No answer.' };
  const sending = clinic.db.transaction(async (db) => {
    const send = await appOn(db, as);
    const named = first
      ? recordNamed.parse(await (await send(first())).json())
      : { id: id ?? 'an id is missing in the table', version: version ?? 1 };
    const response = await send(
      new Request(`http://clinic.test${operation.path.replace(':id', named.id)}`, {
        method: operation.method,
        headers: {
          'content-type': 'application/json',
          ...(operation.versioned ? { 'if-match': `"${named.version}"` } : {}),
        },
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
