import * as z from 'zod/mini';
import type { Preparation } from '#domain/sessions/preparation.ts';
import type { ScalpZone } from '#domain/sessions/scalp-zones.ts';
import { sessionProblems } from '#domain/sessions/session-problems.ts';
import { type Session, type SessionUpdate, sessionUpdate } from '#domain/sessions/session.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { isSame } from '#src/lib/is-same.ts';

/** A number as its box holds it: text while it is no number yet. */
export type TypedNumber = number | string | null;

/** What is typed of one ingredient that was drawn. */
export type TypedVial = {
  ingredientId: string;
  volumeMl: TypedNumber;
  lot: string | null;
  expiresOn: string | null;
  openedOn: string | null;
  vial: string | null;
};

/** What is typed of one zone of the scalp map. */
export type TypedZone = { zone: ScalpZone } & Record<
  'areaCm2' | 'points' | 'volumeMl',
  TypedNumber
>;

/** What is typed of the checklist. */
export type TypedPreparation = Omit<Preparation, 'anaestheticMg'> & { anaestheticMg: TypedNumber };

const TEXT_AND_CHOICES = [
  'sessionOn',
  'technique',
  'device',
  'recipeVersionId',
  'recipeReason',
  'recipeDeviation',
  'anaesthesia',
  'anaesthesiaNote',
  'painDuring',
  'reactions',
  'noticedChange',
  'isAftercareGiven',
  'aftercareVersion',
  'aftercareLanguage',
  'notes',
] as const;
const NUMBERS = [
  'needleGauge',
  'needleLengthMm',
  'depthMm',
  'spacingCm',
  'pointMl',
  'injectionCount',
  'areaCm2',
  'volumeMl',
  'appliedMl',
  'actualMinutes',
] as const;

/** Every field that the record of a session saves by itself. */
export const SESSION_FIELDS = [
  ...TEXT_AND_CHOICES,
  ...NUMBERS,
  'usedIngredients',
  'zones',
  'preparation',
] as const;
/** One of these fields. */
export type SessionField = (typeof SESSION_FIELDS)[number];

/** The record of a session as it is typed. */
export type SessionValues = Pick<Session, (typeof TEXT_AND_CHOICES)[number]> &
  Record<(typeof NUMBERS)[number], TypedNumber> & {
    usedIngredients: TypedVial[];
    zones: TypedZone[];
    preparation: TypedPreparation;
  };

/** What the boxes hold for a record as it is saved. */
export const valuesOf = (session: Session): SessionValues => ({
  sessionOn: session.sessionOn,
  technique: session.technique,
  device: session.device,
  recipeVersionId: session.recipeVersionId,
  recipeReason: session.recipeReason,
  recipeDeviation: session.recipeDeviation,
  anaesthesia: session.anaesthesia,
  anaesthesiaNote: session.anaesthesiaNote,
  painDuring: session.painDuring,
  reactions: session.reactions,
  noticedChange: session.noticedChange,
  isAftercareGiven: session.isAftercareGiven,
  aftercareVersion: session.aftercareVersion,
  aftercareLanguage: session.aftercareLanguage,
  notes: session.notes,
  needleGauge: session.needleGauge,
  needleLengthMm: session.needleLengthMm,
  depthMm: session.depthMm,
  spacingCm: session.spacingCm,
  pointMl: session.pointMl,
  injectionCount: session.injectionCount,
  areaCm2: session.areaCm2,
  volumeMl: session.volumeMl,
  appliedMl: session.appliedMl,
  actualMinutes: session.actualMinutes,
  usedIngredients: session.usedIngredients,
  zones: session.zones,
  preparation: session.preparation,
});

/** Whether nothing at all is typed of an ingredient or zone. */
const isBlank = (values: readonly TypedNumber[]): boolean =>
  values.every((value) => value === null || value === '');

/** What is typed, as far as it can be saved, and what stands against the rest. */
export type Reading = {
  good: SessionUpdate;
  /** At the path of the field; for an ingredient `usedIngredients.<its id>.<column>`. */
  problems: FieldProblem[];
};

function readVials(vials: readonly TypedVial[], problems: FieldProblem[]): TypedVial[] {
  return vials.filter((vial) => {
    const { volumeMl, lot, expiresOn, openedOn, vial: label } = vial;
    if (isBlank([volumeMl, lot, expiresOn, openedOn, label])) return false;
    const read = z.safeParse(sessionUpdate.shape.usedIngredients, [vial]);
    for (const { path, message } of read.error?.issues ?? [])
      problems.push({
        path: ['usedIngredients', vial.ingredientId, ...path.slice(1)].join('.'),
        message,
      });
    return read.success;
  });
}

function readZones(zones: readonly TypedZone[], problems: FieldProblem[]): TypedZone[] {
  return zones.filter((one) => {
    if (isBlank([one.areaCm2, one.points, one.volumeMl])) return false;
    const read = z.safeParse(sessionUpdate.shape.zones, [one]);
    for (const { path, message } of read.error?.issues ?? [])
      problems.push({ path: ['zones', one.zone, ...path.slice(1)].join('.'), message });
    return read.success;
  });
}

/** Fields that are held back with the one a contradiction is told at. */
const HELD_TOGETHER: Partial<Record<string, readonly SessionField[]>> = {
  volumeMl: ['volumeMl', 'technique'],
  usedIngredients: ['usedIngredients', 'sessionOn'],
  preparation: ['preparation'],
};

/**
 * Reads what is typed by the rules of the domain, field by field, so that one unfinished field
 * holds back only itself.
 */
export function readValues(values: SessionValues): Reading {
  const problems: FieldProblem[] = [];
  const good: Record<string, unknown> = {};
  for (const field of SESSION_FIELDS) {
    if (field === 'usedIngredients') {
      good[field] = readVials(values.usedIngredients, problems);
      continue;
    }
    if (field === 'zones') {
      good[field] = readZones(values.zones, problems);
      continue;
    }
    const read = z.safeParse(sessionUpdate.shape[field], values[field]);
    if (read.success) good[field] = read.data;
    else
      for (const { path, message } of read.error.issues)
        problems.push({ path: [field, ...path].join('.'), message });
  }
  const read = z.parse(sessionUpdate, good);
  for (const { path, message } of sessionProblems({
    ...read,
    sessionOn: read.sessionOn ?? '9999',
  })) {
    const [field = '', index, column] = path.split('.');
    const vial = read.usedIngredients?.[Number(index)];
    problems.push({
      path: vial ? `${field}.${vial.ingredientId}.${column}` : path,
      message,
    });
    for (const held of HELD_TOGETHER[field] ?? []) delete read[held];
  }
  return { good: read, problems };
}

/** What is typed and can be saved, but differs from the record as it is saved. */
export function changeOf(base: Session, values: SessionValues): SessionUpdate {
  const { good } = readValues(values);
  const changed = SESSION_FIELDS.filter(
    (field) => field in good && !isSame(good[field], base[field]),
  );
  return z.parse(sessionUpdate, Object.fromEntries(changed.map((field) => [field, good[field]])));
}

/** The fields whose boxes hold something that the saved record does not. */
export function unsavedFields(base: Session, values: SessionValues): SessionField[] {
  const { good, problems } = readValues(values);
  const held = new Set(problems.map(({ path }) => path.split('.')[0]));
  return SESSION_FIELDS.filter(
    (field) => held.has(field) || !(field in good) || !isSame(good[field], base[field]),
  );
}
