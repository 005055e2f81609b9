import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { minutesBetween } from '#domain/shared/clinic-time.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { type ApiProblem, isProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { tellFreed } from '#src/ui/clinic/waiting-desk.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { named } from '#src/ui/named.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useOverrideMove, useUpdateVisit } from './appointments.mutations.ts';
import { scheduleOf } from './appointments.queries.ts';
import { BookingForm } from './booking-form.tsx';
import { bookingValues, inFormWords, typedMoment } from './booking-values.ts';
import type { Slot } from './drop-check.ts';
import { ParkVisit } from './park-visit.tsx';
import { NO_ROOM } from './schedule-cards.ts';
import { useBookingSubmit } from './use-booking-submit.ts';
import { leavesSlot, sayRefusal } from './use-visit-changes.ts';
import { shortDay } from './visit-words.ts';

type Props = {
  /** A schedule that is loaded already. */
  lists?: Schedule | undefined;
  visit: ScheduledAppointment;
  /** Where it was tried to be put, and why that was refused. */
  tried?: Slot | undefined;
  problem?: ApiProblem | undefined;
  onClose: () => void;
  onMoved: (startsAt: string) => void;
};

/** Moves an appointment without dragging: date, time, with whom, where, how long. */
export function MoveDialog(props: Props) {
  const { timeZone } = useClinic();
  const today = todayIn(timeZone);
  const query = useQuery({
    ...scheduleOf({ from: today, to: today }),
    enabled: props.lists === undefined,
  });
  const lists = props.lists ?? query.data;
  if (lists) return <Moving {...props} lists={lists} />;
  return (
    <Dialog open onClose={props.onClose} title="Move" size="lg">
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="form" rows={4} />}
        errorTitle="The schedule did not load"
        size="panel"
      >
        {() => null}
      </QueryBoundary>
    </Dialog>
  );
}

function Moving({
  visit,
  tried,
  problem: refused,
  lists,
  onClose,
  onMoved,
}: Props & { lists: Schedule }) {
  const { timeZone } = lists;
  const today = todayIn(timeZone);
  const formId = useId();
  const to = tried ?? visit;
  const form = useAppForm(bookingValues, {
    patientId: visit.patientId,
    courseId: visit.courseId,
    typeId: visit.typeId,
    practitionerId: to.practitionerId,
    roomId: to.roomId ?? NO_ROOM,
    ...typedMoment(to.startsAt, timeZone),
    minutes: minutesBetween(to.startsAt, to.endsAt),
    note: visit.note,
    overrideReason: null,
  });
  const mayWrite = useMay('appointments.write');
  const update = useUpdateVisit();
  const override = useOverrideMove();
  const { problem, pick, submit } = useBookingSubmit({
    form,
    timeZone,
    picked: to.startsAt,
    tried: refused && inFormWords(refused),
    movedId: visit.id,
    send: async ({ practitionerId, typeId, overrideReason }, slot) => {
      const { id, version } = visit;
      const place = { practitionerId, ...slot };
      const change = { ...place, ...(typeId !== visit.typeId && { typeId }) };
      const saved =
        overrideReason === null
          ? await update.mutateAsync({ id, version, change, shown: place })
          : await override.mutateAsync({ id, version, values: { ...place, overrideReason } });
      const back = {
        startsAt: visit.startsAt,
        endsAt: visit.endsAt,
        practitionerId: visit.practitionerId,
        roomId: visit.roomId,
        typeId: visit.typeId,
      };
      const at = typedMoment(saved.startsAt, timeZone);
      showToast({
        text: `${named(fullName(visit.patient))} is moved to ${shortDay(at.date, today)}, ${at.time}`,
        ...(mayWrite && {
          undo: () =>
            update.mutate(
              { id, version: saved.version, change: back, shown: back },
              { onError: sayRefusal },
            ),
        }),
      });
      if (leavesSlot(visit, saved)) tellFreed(visit);
      onMoved(at.date);
    },
  });
  const isStale = isProblem(update.error, 'stale');
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={`Move ${named(fullName(visit.patient))}`}
      size="lg"
      footer={
        <>
          <ParkVisit visit={visit} onParked={onClose} />
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={update.isPending || override.isPending}
            aria-disabled={isStale || undefined}
          >
            Move
          </Button>
        </>
      }
    >
      <BookingForm
        id={formId}
        form={form}
        lists={lists}
        isMove
        problem={problem}
        onPick={pick}
        onSubmit={submit}
      />
    </Dialog>
  );
}
