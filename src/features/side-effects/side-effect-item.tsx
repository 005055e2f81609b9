import { Link } from '@tanstack/react-router';
import {
  SIDE_EFFECT_DETAILS,
  SIDE_EFFECT_OUTCOME_LABELS,
} from '#domain/side-effects/side-effect-enums.ts';
import { isSerious } from '#domain/side-effects/side-effect-rules.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { showDate, todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Status } from '#src/ui/status.tsx';
import { ESCALATION_SHORT, levelNow } from './escalation-words.ts';
import css from './side-effect-item.module.css';

/** A side effect among what happened to a patient: what, how severe, and how it stands. */
export function SideEffectItem({ effect }: { effect: SideEffect }) {
  const { timeZone } = useClinic();
  const level = effect.isOngoing ? levelNow(effect, todayIn(timeZone)) : null;
  return (
    <>
      <h3 className={css.title}>
        <Link to="/side-effects/$id" params={{ id: effect.id }}>
          {SIDE_EFFECT_DETAILS[effect.code].label}
        </Link>
        <span className={css.grade}>grade {effect.grade}</span>
        {isSerious(effect) && <Status tone="stop">Serious</Status>}
        {level !== null && (
          <Status tone={level === 'within_7_days' ? 'review' : 'stop'}>
            {ESCALATION_SHORT[level]}
          </Status>
        )}
      </h3>
      <p>{howItStands(effect)}</p>
      {effect.description !== '' && <p className={css.words}>{effect.description}</p>}
    </>
  );
}

function howItStands({ isOngoing, resolvedOn, lastKnownOn, outcome }: SideEffect): string {
  const words = SIDE_EFFECT_OUTCOME_LABELS[outcome];
  if (isOngoing) return `Still going on · ${words.toLowerCase()}`;
  if (resolvedOn !== null) return `${words}, ended ${showDate(resolvedOn)}`;
  return lastKnownOn === null ? words : `${words}, last known ${showDate(lastKnownOn)}`;
}
