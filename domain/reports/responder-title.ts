import { responderPoint } from './responder-sentence.ts';
import type { RespondersReport } from './responders.ts';

const TITLES = {
  photo_global_assessment: {
    1: 'Rated at least slightly improved',
    2: 'Rated at least clearly improved',
  },
  patient_global_change: {
    1: 'Reported at least a slight improvement',
    2: 'Reported at least a clear improvement',
  },
} as const;

/** What the responders chart shows: who rated whom, from which reading on. */
export const responderTitle = (report: Pick<RespondersReport, 'measure' | 'threshold'>): string =>
  TITLES[report.measure][report.threshold];

/** The same, at which week or session. */
export const responderTitleAt = (report: RespondersReport): string =>
  `${responderTitle(report)} at ${responderPoint(report)}`;
