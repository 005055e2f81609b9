import { and, gte, lte, ne, sql } from 'drizzle-orm';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { type SessionCheck, weighFindings } from '#domain/sessions/session-check.ts';
import { type CheckedSession, drawnParts, sessionChecks } from '#domain/sessions/session-checks.ts';
import type { Session } from '#domain/sessions/session.ts';
import type { OtherUse } from '#domain/sessions/vial-rules.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { sessionConsentFindings } from '../consents/session-consent.ts';
import type { Database } from '../db/database.ts';
import { sessions } from '../db/schema/sessions.ts';
import { fetchIngredients } from '../ingredients/ingredient-view.ts';
import { fetchPairsAmong } from '../ingredients/pair-view.ts';
import { profileOf } from '../profiles/profile-view.ts';
import { fetchVersionForSession } from '../recipes/fetch-version-for-session.ts';
import { wantsPrincipalNote } from '../recipes/principal-note.ts';
import { screeningPlanOf } from '../screening/session-findings.ts';
import { outlookOfCourse } from './outlook-of-course.ts';

/** How many days around a session another patient's use of the same single-dose vial is looked for. */
const VIAL_DAYS = 30;

/** Single-dose vials drawn for other patients around that day, of the lots used here. */
async function otherUses(
  db: Database,
  session: Session,
  known: ReadonlyMap<string, Ingredient>,
): Promise<OtherUse[]> {
  const single = session.usedIngredients.filter(
    ({ ingredientId }) => known.get(ingredientId)?.isSingleDose === true,
  );
  if (single.length === 0) return [];
  const { sessionOn, patientId } = session;
  const rows = await db
    .select({ used: sessions.usedIngredients, on: sessions.sessionOn })
    .from(sessions)
    .where(
      and(
        gte(sessions.sessionOn, addDays(sessionOn, -VIAL_DAYS)),
        lte(sessions.sessionOn, addDays(sessionOn, VIAL_DAYS)),
        ne(sessions.patientId, patientId),
        sql`${sessions.usedIngredients} <> '[]'::jsonb`,
      ),
    );
  return rows.flatMap(({ used, on }) =>
    used
      .filter((one) =>
        single.some(
          ({ ingredientId, lot, vial }) =>
            one.ingredientId === ingredientId &&
            one.lot === lot &&
            // Without a label only the same day tells that it may be the same vial.
            (on === sessionOn || (vial !== null && one.vial === vial)),
        ),
      )
      .map(({ ingredientId, lot, vial }) => ({ ingredientId, lot, vial })),
  );
}

/**
 * What stands against a draft as it is saved, each with what it needs and who answered it already.
 * Read through the open transaction on signing, so that nothing changes in between.
 */
export async function checksOf(db: Database, session: Session): Promise<SessionCheck[]> {
  const { id: sessionId, patientId, courseId, appointmentId, sessionOn: on } = session;
  const version =
    session.recipeVersionId === null
      ? null
      : await fetchVersionForSession(db, session.recipeVersionId);
  const lines = version?.ingredients ?? null;
  const known = await fetchIngredients(db, [
    ...(lines ?? []).map(({ ingredientId }) => ingredientId),
    ...session.usedIngredients.map(({ ingredientId }) => ingredientId),
    ...[session.preparation.anaestheticIngredientId].filter((id) => id !== null),
  ]);
  const parts = drawnParts({ session, lines, known });
  const counted = known.get(session.preparation.anaestheticIngredientId ?? '');
  const injected = [...parts.map(({ ingredient }) => ingredient), ...(counted ? [counted] : [])];
  const profile = await profileOf(db, patientId);
  const plan = await screeningPlanOf(
    db,
    { sessionId, patientId, courseId, appointmentId, on, isSigned: false },
    injected,
  );
  const consent = await sessionConsentFindings(
    db,
    courseId,
    injected.map((one) => one.class),
  );
  const checked: CheckedSession = {
    session,
    lines,
    known,
    pairs: await fetchPairsAmong(
      db,
      injected.map(({ id }) => id),
    ),
    allergies: profile.allergies,
    weightKg: profile.weight?.kg ?? null,
    breastfeeding: plan.screening?.answers.breastfeeding?.answer ?? null,
    asked: [...plan.findings, ...consent, ...(await outlookOfCourse(db, courseId))],
    otherUses: await otherUses(db, session, known),
    notesFewPrincipals: await wantsPrincipalNote(db),
  };
  return weighFindings(sessionChecks(checked), session.overrides, version?.approvalReasons ?? []);
}
