import type { Finding } from '#domain/ingredients/finding.ts';

const SOURCE = 'CLINICAL.md §4';

/** One local anaesthetic of a session: in the mix, or beside it as a cream or infiltration. */
export type Anaesthetic = {
  /** Amount in mg; null where it is not known. */
  mg: number | null;
  /** The reported maxima, in all and per kg of body weight; null where there is none. */
  maxMg: number | null;
  maxMgPerKg: number | null;
};

/** The most of one anaesthetic in mg: the lesser of its maxima that can be computed. */
function maximumMg({ maxMg, maxMgPerKg }: Anaesthetic, weightKg: number | null): number | null {
  const byWeight = weightKg === null || maxMgPerKg === null ? null : maxMgPerKg * weightKg;
  const maxima = [maxMg, byWeight].filter((max) => max !== null);
  return maxima.length === 0 ? null : Math.min(...maxima);
}

/**
 * All local anaesthetics of a session against their maxima, cream and infiltration included. Each
 * takes its share of its own maximum, and the shares add up. Amounts in mg, weight in kg; without
 * a weight only the absolute maxima are compared, and a note says so. Source: CLINICAL.md section 4.
 */
export function anaestheticFindings(
  anaesthetics: readonly Anaesthetic[],
  weightKg: number | null,
): Finding[] {
  if (anaesthetics.length === 0) return [];
  const found: Finding[] = [];
  const say = (code: string, level: Finding['level'], message: string) =>
    found.push({ code, level, message, source: SOURCE });
  const sum = Number(anaesthetics.reduce((total, { mg }) => total + (mg ?? 0), 0).toFixed(6));

  let share = 0;
  let isUncompared = false;
  for (const one of anaesthetics) {
    const maximum = maximumMg(one, weightKg);
    if (one.mg === null || maximum === null) isUncompared = true;
    else share += one.mg / maximum;
  }
  if (share > 1 + 1e-9) {
    say(
      'anaesthetic_over_maximum',
      'review',
      `Local anaesthetic: ${sum} mg is more than the reported maximum` +
        `${weightKg === null ? '' : ` for ${weightKg} kg`}. Count cream and infiltration too.`,
    );
  }
  if (isUncompared) {
    say(
      'anaesthetic_unknown',
      'review',
      'Local anaesthetic: an amount or its maximum is not known, so it is not compared.',
    );
  }
  if (weightKg === null) {
    say(
      'anaesthetic_weight_missing',
      'note',
      `Local anaesthetic: ${sum} mg in all. Not compared by body weight: none is recorded.`,
    );
  }
  return found;
}
