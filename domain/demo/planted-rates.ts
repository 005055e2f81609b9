import type { Indication } from '#domain/courses/indication.ts';
import type { OutcomeWeek } from '#domain/outcomes/windows.ts';
import type { SideEffectCode } from '#domain/side-effects/side-effect-enums.ts';
import type { DemoSchemeKey } from './demo-groups.ts';

/** Shares of all who started a recipe version that respond (at least +1), by measure and week. */
export type PlantedRates = {
  recipe: string;
  version: number;
  indication: Indication;
  photo: Record<OutcomeWeek, number>;
  patient: Record<OutcomeWeek, number>;
  /** Share of those due at a week who are assessed. */
  assessed: Record<OutcomeWeek, number>;
};

/**
 * The truth of the demo clinic, which its reports should find again within their intervals.
 * Reporting never reads it. The figures are made up and stand for no substance.
 */
export const PLANTED_RATES = [
  {
    recipe: 'AGA-M base',
    version: 1,
    indication: 'androgenetic_male',
    photo: { 12: 0.61, 24: 0.67, 52: 0.67 },
    patient: { 12: 0.67, 24: 0.67, 52: 0.67 },
    assessed: { 12: 0.83, 24: 0.72, 52: 0.62 },
  },
  {
    recipe: 'AGA-M base',
    version: 2,
    indication: 'androgenetic_male',
    photo: { 12: 0.65, 24: 0.71, 52: 0.71 },
    patient: { 12: 0.71, 24: 0.71, 52: 0.71 },
    assessed: { 12: 0.85, 24: 0.7, 52: 0.6 },
  },
  {
    recipe: 'FPHL base',
    version: 1,
    indication: 'androgenetic_female',
    photo: { 12: 0.71, 24: 0.76, 52: 0.76 },
    patient: { 12: 0.76, 24: 0.76, 52: 0.76 },
    assessed: { 12: 0.75, 24: 0.7, 52: 0.6 },
  },
  {
    recipe: 'FPHL base',
    version: 2,
    indication: 'androgenetic_female',
    photo: { 12: 0.57, 24: 0.57, 52: 0.57 },
    patient: { 12: 0.71, 24: 0.71, 52: 0.71 },
    assessed: { 12: 0.8, 24: 0.7, 52: 0.6 },
  },
  {
    recipe: 'Minoxidil mix',
    version: 2,
    indication: 'androgenetic_male',
    photo: { 12: 0.53, 24: 0.6, 52: 0.6 },
    patient: { 12: 0.6, 24: 0.6, 52: 0.6 },
    assessed: { 12: 0.87, 24: 0.8, 52: 0.7 },
  },
  {
    recipe: 'Shedding mix',
    version: 1,
    indication: 'telogen_effluvium',
    photo: { 12: 0.67, 24: 0.83, 52: 0.83 },
    patient: { 12: 0.83, 24: 0.83, 52: 0.83 },
    assessed: { 12: 0.7, 24: 0.6, 52: 0.5 },
  },
  {
    recipe: 'Shedding mix',
    version: 1,
    indication: 'postpartum_effluvium',
    photo: { 12: 0.75, 24: 0.85, 52: 0.85 },
    patient: { 12: 0.85, 24: 0.85, 52: 0.85 },
    assessed: { 12: 0.75, 24: 0.6, 52: 0.5 },
  },
  {
    recipe: 'Roller serum',
    version: 1,
    indication: 'weak_or_slow_hair',
    photo: { 12: 0.4, 24: 0.4, 52: 0.4 },
    patient: { 12: 0.6, 24: 0.6, 52: 0.6 },
    assessed: { 12: 0.8, 24: 0.6, 52: 0.5 },
  },
] as const satisfies readonly PlantedRates[];

/**
 * How people attend: the chance that a session follows within the interval of its scheme, else it
 * comes later than is tolerated; and the chance that a course ends before its planned sessions.
 */
export const PLANTED_ATTENDANCE = {
  onTime: 0.86,
  dropOut: { A: 0.16, B: 0.24, C: 0.2, roller: 0.18, maintenance: 0.12 },
} as const satisfies { onTime: number; dropOut: Record<DemoSchemeKey, number> };

/** Days around an interval that still count as on time. Source: PRODUCT.md, "Words and windows". */
export const adherenceTolerance = (intervalDaysMax: number): number =>
  intervalDaysMax <= 7 ? 3 : 7;

/** Chances of an effect after one session, by code, whoever is treated with what. */
export const PLANTED_SIDE_EFFECTS = {
  /** Mild and moderate ones, gone within days. */
  passing: {
    red: 0.014,
    tender: 0.022,
    swell: 0.008,
    bruise: 0.01,
    itch: 0.008,
    headache: 0.006,
    pain: 0.008,
    bump: 0.005,
    follic: 0.003,
    shed: 0.004,
  },
  /** Of these, the share that is moderate: grade 2. */
  moderate: 0.12,
  /** Those that begin weeks or months after the session. */
  late: { granul: 0.0012, alop_patch: 0.0006, ntm: 0.0003 },
  /** Serious ones: all of them in hospital, or an important medical event. */
  serious: { infect: 0.0006, anaph: 0.0002 },
} as const satisfies Record<string, number | Partial<Record<SideEffectCode, number>>>;

/**
 * Chances that an appointment is not kept: of a no-show by day of the week (Monday first), more if
 * it was booked long before; of being called off by the patient within 24 hours, and before.
 */
export const PLANTED_MISSES = {
  noShow: [0.09, 0.06, 0.06, 0.06, 0.07, 0.1, 0.1],
  longLead: { days: 14, more: 0.03 },
  lateCancel: 0.04,
  earlyCancel: 0.05,
} as const;
