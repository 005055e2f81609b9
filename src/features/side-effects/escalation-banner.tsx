import { useWatch } from 'react-hook-form';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import { ESCALATION_LABELS, type EscalationLevel } from '#domain/side-effects/side-effect-rules.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Notice } from '#src/ui/notice.tsx';
import { levelNow } from './escalation-words.ts';
import css from './side-effect-form.module.css';
import type { SideEffectFormState } from './side-effect-form.tsx';

const WHY: Record<EscalationLevel, string> = {
  now: 'Follow the clinic’s emergency steps first. This form keeps what is typed.',
  same_day: 'A clinician looks at this today.',
  within_7_days: 'A clinician looks at this within a week.',
};

/** How soon a clinician looks, by what is typed so far; it changes as the form does. */
export function EscalationBanner({ form }: { form: SideEffectFormState }) {
  const { timeZone } = useClinic();
  const today = todayIn(timeZone);
  const [code, grade, isOngoing, onsetOn, onsetAt, warningSigns] = useWatch({
    control: form.control,
    name: ['code', 'grade', 'isOngoing', 'onsetOn', 'onsetAt', 'warningSigns'],
  });
  // Until they are chosen the mildest is assumed, so that a warning sign alone already tells.
  const level = levelNow(
    {
      code: code ?? 'other',
      grade: grade ?? 1,
      isOngoing: isOngoing ?? false,
      onsetOn: isCalendarDay(onsetOn ?? '') ? onsetOn : today,
      onsetAt: onsetAt ?? null,
      warningSigns,
    },
    today,
  );
  return (
    <div role="status" className={css.banner}>
      {level !== null && (
        <Notice
          tone={level === 'within_7_days' ? 'review' : 'stop'}
          title={ESCALATION_LABELS[level]}
        >
          {WHY[level]}
        </Notice>
      )}
    </div>
  );
}
