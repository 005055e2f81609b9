import {
  hasCountedPoints,
  isInjection,
  REACTION_LABELS,
  TECHNIQUE_LABELS,
} from '#domain/sessions/session-enums.ts';
import type { ReactionsAnswer, Session } from '#domain/sessions/session.ts';

/** A volume with its unit, e.g. `2.40 ml`. */
export const inMl = (volume: number): string =>
  `${volume.toFixed(Math.max(2, String(volume).split('.')[1]?.length ?? 0))} ml`;

/** Reactions in words, "none" and "not asked" apart. */
export function reactionsInWords(answer: ReactionsAnswer): string {
  if (answer === null) return 'not recorded';
  if (answer.asked === 'some') return answer.codes.map((code) => REACTION_LABELS[code]).join(', ');
  return answer.asked === 'none' ? 'none' : 'not asked';
}

/** Pain in words. */
export function painInWords(pain: Session['painDuring']): string {
  if (pain === null) return 'not recorded';
  return pain === 'not_asked' ? 'not asked' : `${pain} of 10`;
}

/** The needle in words, e.g. `30 G, 4 mm`; empty when nothing of it is recorded. */
export const needleInWords = ({
  needleGauge,
  needleLengthMm,
}: Pick<Session, 'needleGauge' | 'needleLengthMm'>): string =>
  [
    needleGauge === null ? null : `${needleGauge} G`,
    needleLengthMm === null ? null : `${needleLengthMm} mm`,
  ]
    .filter((part) => part !== null)
    .join(', ');

/** How it was done in one line: technique, depth, points, volume, as far as recorded. */
export function doneInWords(session: Session): string {
  const { technique, depthMm, injectionCount, areaCm2, volumeMl, appliedMl } = session;
  const parts = [
    technique === null ? null : TECHNIQUE_LABELS[technique],
    depthMm === null ? null : `${depthMm} mm deep`,
    injectionCount === null || technique === null || !hasCountedPoints(technique)
      ? null
      : `${injectionCount} points`,
    areaCm2 === null ? null : `${areaCm2} cm²`,
  ].filter((part) => part !== null);
  const volume = technique !== null && !isInjection(technique) ? appliedMl : volumeMl;
  if (volume !== null)
    parts.push(`${inMl(volume)} ${volume === volumeMl ? 'injected' : 'applied'}`);
  return parts.join(' · ');
}
