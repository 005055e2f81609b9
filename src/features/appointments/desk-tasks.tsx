import { useQuery } from '@tanstack/react-query';
import type { StepStatus } from '#domain/appointments/appointment-enums.ts';
import { stampOf } from '#domain/appointments/appointment-flow.ts';
import type { CourseToBook, UnclosedVisit } from '#domain/appointments/desk-tasks.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { dueInWords } from '#src/ui/clinic/due-words.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useStepVisit } from './appointments.mutations.ts';
import { deskTasksQuery } from './appointments.queries.ts';
import { DeskCall, DeskItem } from './desk-item.tsx';
import css from './desk-lists.module.css';
import type { Task } from './task-dialogs.tsx';
import { sayRefusal, useUndoStep } from './use-visit-changes.ts';
import { STEP_WORDS } from './visit-state.ts';
import { placeWords } from './visit-words.ts';

/** Closes a visit of an earlier day in one press, with a way back. */
function useCloseVisit() {
  const step = useStepVisit();
  const undo = useUndoStep();
  return ({ id, version, patient }: UnclosedVisit, status: StepStatus): void =>
    step.mutate(
      { id, version, status, shown: { status, ...stampOf(status, new Date().toISOString()) } },
      {
        onSuccess: (saved) =>
          showToast({
            text: `${fullName(patient)} ${STEP_WORDS[status].done}`,
            undo: () => undo(saved),
          }),
        onError: sayRefusal,
      },
    );
}

/** Visits of earlier days of which nobody said whether the patient came. */
export function UnclosedList({ timeZone }: { timeZone: string }) {
  const mayWrite = useMay('appointments.write');
  const query = useQuery(deskTasksQuery());
  const close = useCloseVisit();
  if (query.error && !query.data)
    return (
      <Notice
        tone="review"
        title="What is left to do did not load"
        action={{ label: 'Try again', onSelect: () => void query.refetch() }}
      >
        {describeError(query.error).title}
      </Notice>
    );
  const unclosed = query.data?.unclosed;
  if (!unclosed || unclosed.count === 0) return null;
  return (
    <Section title="To be closed" meta={unclosed.count}>
      <p className={css.facts}>Nobody said whether they came.</p>
      <ul>
        {unclosed.items.map((visit) => (
          <DeskItem
            key={visit.id}
            patient={visit.patient}
            facts={`${showMoment(timeZone, visit.startsAt)} · ${visit.typeName}, ${visit.practitionerName}`}
          >
            {mayWrite &&
              (visit.status === 'booked' || visit.status === 'confirmed'
                ? (['done', 'no_show'] as const)
                : (['done'] as const)
              ).map((status) => (
                <Button
                  key={status}
                  size="sm"
                  aria-label={`${STEP_WORDS[status].label}: ${fullName(visit.patient)}`}
                  onClick={() => close(visit, status)}
                >
                  {STEP_WORDS[status].label}
                </Button>
              ))}
          </DeskItem>
        ))}
      </ul>
      <More count={unclosed.count} shown={unclosed.items.length} />
    </Section>
  );
}

/** Courses whose next session is due and that have nothing booked: whom to call for a date. */
export function CoursesToBook({ today, onTask }: { today: string; onTask: (task: Task) => void }) {
  const mayWrite = useMay('appointments.write');
  const toBook = useQuery(deskTasksQuery()).data?.toBook;
  if (!toBook || toBook.count === 0) return null;
  const book = ({ courseId, patient }: CourseToBook) =>
    onTask({
      kind: 'book',
      start: { date: today, patientId: patient.id, patientName: fullName(patient), courseId },
    });
  return (
    <Section title="Due, not booked" meta={toBook.count}>
      <ul>
        {toBook.items.map((course) => (
          <DeskItem
            key={course.courseId}
            patient={course.patient}
            facts={`${placeWords(course.place)}, ${dueInWords(course.due, today)}`}
          >
            <DeskCall patient={course.patient} />
            {mayWrite && (
              <Button
                size="sm"
                aria-label={`Book ${fullName(course.patient)}`}
                onClick={() => book(course)}
              >
                Book
              </Button>
            )}
          </DeskItem>
        ))}
      </ul>
      <More count={toBook.count} shown={toBook.items.length} />
    </Section>
  );
}

const More = ({ count, shown }: { count: number; shown: number }) =>
  count > shown ? <p className={css.none}>And {count - shown} more after these.</p> : null;
