import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import { appointmentPush } from '#domain/appointments/appointment.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { timeIn } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Status } from '#src/ui/status.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useMoveVisits, usePushDay } from './appointments.mutations.ts';
import css from './push-dialog.module.css';
import { planPush, type PushedVisit } from './push-plan.ts';
import { sayRefusal } from './use-visit-changes.ts';
import { placeNames } from './visit-words.ts';

const FIRST_GUESS = 15;
const STEP = { step: 5, min: 5, max: 240 };

const visits = (count: number): string => `${count} ${count === 1 ? 'visit' : 'visits'}`;

/** A day that runs late: by how much, whom that moves, one press, and one way back for all. */
export function PushDialog({
  schedule,
  practitionerId,
  from,
  onClose,
}: {
  schedule: Schedule;
  practitionerId: string;
  /** The start of the first appointment that is pushed. */
  from: string;
  onClose: () => void;
}) {
  const { timeZone } = schedule;
  const formId = useId();
  const form = useAppForm(appointmentPush, { practitionerId, from, minutes: FIRST_GUESS });
  const typed = useWatch({ control: form.control, name: 'minutes' });
  const minutes = appointmentPush.shape.minutes.safeParse(typed);
  const plan = minutes.success
    ? planPush(schedule, { practitionerId, from, minutes: minutes.data })
    : [];
  const push = usePushDay();
  const back = useMoveVisits();
  const { practitioner } = placeNames({ practitionerId, roomId: null }, schedule);
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={`${practitioner} is running late`}
      description={`Everyone from ${timeIn(timeZone, from)} on is moved as far as the delay reaches. Gaps take it up.`}
      footer={
        <>
          <Button onClick={onClose}>Leave the times</Button>
          <Button type="submit" form={formId} variant="primary" loading={push.isPending}>
            {plan.length === 0 ? 'Move' : `Move ${visits(plan.length)}`}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        form={form}
        label="Running late"
        onSubmit={(values) =>
          submitTo(form, async () => {
            const { items } = await push.mutateAsync(values);
            const before = new Map(schedule.appointments.map((one) => [one.id, one]));
            const moves = items.flatMap(({ id, version }) => {
              const was = before.get(id);
              return was ? [{ id, version, startsAt: was.startsAt, endsAt: was.endsAt }] : [];
            });
            if (moves.length > 0)
              showToast({
                text: `${visits(moves.length)} of ${practitioner} moved`,
                undo: () => back.mutate(moves, { onError: sayRefusal }),
              });
            onClose();
          })
        }
      >
        <FormField form={form} name="minutes" label="How late" required>
          {(bound) => <NumberInput {...bound} unit="min" stepper={STEP} />}
        </FormField>
        <PushedList plan={plan} timeZone={timeZone} />
      </Form>
    </Dialog>
  );
}

function PushedList({ plan, timeZone }: { plan: readonly PushedVisit[]; timeZone: string }) {
  const stuck = plan.filter(({ problem }) => problem !== null).length;
  return (
    <div className={css.plan}>
      <p role="status">
        {plan.length === 0
          ? 'This moves nobody.'
          : `${visits(plan.length)} would move${stuck === 0 ? '.' : `; ${stuck} would not fit, so none would be moved. Move ${stuck === 1 ? 'that one' : 'those'} by hand first, or choose less.`}`}
      </p>
      <ul aria-label="Who would move">
        {plan.map(({ visit, startsAt, problem }) => (
          <li key={visit.id}>
            <Name strong>{fullName(visit.patient)}</Name>
            <span className={css.times}>
              {timeIn(timeZone, visit.startsAt)} → <b>{timeIn(timeZone, startsAt)}</b>
            </span>
            {problem !== null && (
              <span className={css.problem}>
                <Status tone="review">{problem}</Status>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
