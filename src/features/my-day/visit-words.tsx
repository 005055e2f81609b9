import { APPOINTMENT_STATUS_LABELS } from '#domain/appointments/appointment-enums.ts';
import { type Visit, VISIT_GAP_LABELS } from '#domain/my-day/my-day.ts';
import { minutesBetween } from '#domain/shared/clinic-time.ts';
import type { IconName } from '#src/ui/icon.tsx';
import { Status, type Tone } from '#src/ui/status.tsx';

const LOOKS: Record<Visit['status'], { tone: Tone; icon: IconName }> = {
  booked: { tone: 'plain', icon: 'ring' },
  confirmed: { tone: 'plain', icon: 'ring-check' },
  arrived: { tone: 'review', icon: 'arrow-in' },
  in_treatment: { tone: 'accent', icon: 'needle' },
  done: { tone: 'plain', icon: 'check-double' },
  no_show: { tone: 'plain', icon: 'ring-slash' },
  cancelled: { tone: 'plain', icon: 'ring-cross' },
};

/** Where a visit stands; who waits is told since how long. */
export function VisitStatus({ visit, now }: { visit: Visit; now: string }) {
  const { tone, icon } = LOOKS[visit.status];
  const isWaiting = visit.status === 'arrived' && visit.arrivedAt !== null;
  return (
    <Status tone={tone} icon={icon}>
      {isWaiting
        ? `Waiting ${Math.max(0, Math.round(minutesBetween(visit.arrivedAt ?? now, now)))} min`
        : APPOINTMENT_STATUS_LABELS[visit.status]}
    </Status>
  );
}

/** What to mind, and what is missing, in marks. */
export function VisitMarks({ visit }: { visit: Visit }) {
  return (
    <>
      {visit.alerts.map(({ level, text }) => (
        <Status key={text} tone={level}>
          {text}
        </Status>
      ))}
      {visit.missing.map((gap) => (
        <Status key={gap} tone="review">
          {VISIT_GAP_LABELS[gap]}
        </Status>
      ))}
    </>
  );
}

/** "Session 4 of 6", "Consultation": what the visit is for. */
export function visitInWords({ place, typeName, kind }: Visit): string {
  if (kind !== 'session' || place === null) return typeName;
  return place.planned === null
    ? `Session ${place.number}`
    : `Session ${place.number} of ${place.planned}`;
}
