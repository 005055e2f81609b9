import type { Indication } from '#domain/courses/indication.ts';
import type { OutcomeWeek } from '#domain/outcomes/windows.ts';

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
    photo: { 12: 0.75, 24: 1, 52: 1 },
    patient: { 12: 1, 24: 1, 52: 1 },
    assessed: { 12: 0.75, 24: 0.5, 52: 0.4 },
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
