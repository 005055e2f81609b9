import {
  ANAESTHESIA_LABELS,
  NOTICED_CHANGE_LABELS,
  TECHNIQUE_LABELS,
} from '#domain/sessions/session-enums.ts';
import { PREPARATION_TICK_LABELS, PREPARATION_TICKS } from '#domain/sessions/preparation.ts';
import { SCALP_ZONE_LABELS } from '#domain/sessions/scalp-zones.ts';
import { showDate } from '#src/lib/dates.ts';
import type { SessionField, SessionValues } from './session-values.ts';
import { painInWords, reactionsInWords } from './session-words.ts';

/** What stands in a field, as a person reads it; empty when nothing does. */
export function inWords(values: SessionValues, field: SessionField): string {
  const value = values[field];
  if (value === null || value === '') return '';
  switch (field) {
    case 'sessionOn':
      return showDate(values.sessionOn);
    case 'technique':
      return values.technique === null ? '' : TECHNIQUE_LABELS[values.technique];
    case 'anaesthesia':
      return values.anaesthesia === null ? '' : ANAESTHESIA_LABELS[values.anaesthesia];
    case 'noticedChange':
      return values.noticedChange === null ? '' : NOTICED_CHANGE_LABELS[values.noticedChange];
    case 'painDuring':
      return painInWords(values.painDuring);
    case 'reactions':
      return reactionsInWords(values.reactions);
    case 'isAftercareGiven':
      return value === true ? 'Given' : 'Not given';
    case 'recipeVersionId':
      return 'A recipe version';
    case 'zones':
      return values.zones
        .map(({ zone, points }) => `${SCALP_ZONE_LABELS[zone]} ${points ?? '–'} points`)
        .join('; ');
    case 'preparation':
      return PREPARATION_TICKS.filter((tick) => values.preparation[tick])
        .map((tick) => PREPARATION_TICK_LABELS[tick])
        .join('; ');
    case 'usedIngredients':
      return values.usedIngredients
        .map(({ volumeMl, lot }) => `${volumeMl ?? '–'} ml${lot === null ? '' : `, lot ${lot}`}`)
        .join('; ');
    default:
      return typeof value === 'object' ? '' : String(value);
  }
}
