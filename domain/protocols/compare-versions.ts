import { PHASE_LABELS, PHASES } from './phase.ts';
import type { ProtocolPhase, ProtocolVersion } from './protocol.ts';

const range = (least: number, most: number, unit: string): string =>
  `${least === most ? least : `${least}–${most}`} ${most === 1 ? unit : `${unit}s`}`;

/** A phase in words: `6–8 sessions, 7 days apart`. */
export const phaseInWords = (phase: ProtocolPhase): string =>
  `${range(phase.sessionsMin, phase.sessionsMax, 'session')}, ${range(phase.intervalDaysMin, phase.intervalDaysMax, 'day')} apart`;

type Said = Pick<ProtocolVersion, 'name' | 'phases' | 'sourceLabel' | 'sourceStatement' | 'note'>;

/** One thing two versions say, and whether it differs. */
export type ComparedLine = { label: string; earlier: string; later: string; isChanged: boolean };

const NOTHING = 'Nothing';

const phaseOf = ({ phases }: Said, wanted: (typeof PHASES)[number]): string => {
  const phase = phases.find((one) => one.phase === wanted);
  return phase ? phaseInWords(phase) : 'None';
};

/** Two versions of a protocol line by line; what neither says is left out. */
export function compareVersions(earlier: Said, later: Said): ComparedLine[] {
  const lines: [label: string, inWords: (version: Said) => string][] = [
    ['Name', ({ name }) => name],
    ...PHASES.map((phase): [string, (version: Said) => string] => [
      PHASE_LABELS[phase],
      (version) => phaseOf(version, phase),
    ]),
    ['Source', ({ sourceLabel }) => sourceLabel],
    ['What the source states', ({ sourceStatement }) => sourceStatement || NOTHING],
    ['Note', ({ note }) => note || NOTHING],
  ];
  return lines
    .map(([label, inWords]) => {
      const [before, after] = [inWords(earlier), inWords(later)];
      return { label, earlier: before, later: after, isChanged: before !== after };
    })
    .filter(({ earlier: before, isChanged }) => isChanged || ![NOTHING, 'None'].includes(before));
}
