import { useId } from 'react';
import { PART_OF_DAY_LABELS } from '#domain/appointments/appointment-enums.ts';
import { fullName } from '#domain/patients/display-name.ts';
import {
  type WaitingCreate,
  type WaitingEntry,
  waitingCreate,
} from '#domain/waiting-list/waiting-entry.ts';
import { WAITING_URGENCY_LABELS } from '#domain/waiting-list/waiting-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { named } from '#src/ui/named.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { WaitingFields, type WaitingValues } from './waiting-fields.tsx';
import { useUpdateWaiting } from './waiting.mutations.ts';
import { weekdayShort } from './waiting-words.ts';

const valuesOf = (entry: WaitingEntry): WaitingValues => ({
  patientId: entry.patient.id,
  courseId: entry.courseId,
  typeId: entry.typeId,
  practitionerId: entry.practitionerId,
  fromDay: entry.fromDay,
  toDay: entry.toDay,
  weekdays: entry.weekdays,
  part: entry.part,
  urgency: entry.urgency,
  note: entry.note,
});

const FIELDS: readonly EditedField<WaitingValues>[] = [
  { key: 'fromDay', label: 'From', inWords: ({ fromDay }) => showDate(fromDay) },
  {
    key: 'toDay',
    label: 'Until',
    inWords: ({ toDay }) => (toDay === null ? 'any day' : showDate(toDay)),
  },
  {
    key: 'weekdays',
    label: 'Days of the week',
    inWords: ({ weekdays }) => weekdays.map(weekdayShort).join(', ') || 'any',
  },
  { key: 'part', label: 'Part of the day', inWords: ({ part }) => PART_OF_DAY_LABELS[part] },
  {
    key: 'urgency',
    label: 'How urgent',
    inWords: ({ urgency }) => WAITING_URGENCY_LABELS[urgency],
  },
  { key: 'note', label: 'Note', inWords: ({ note }) => note || 'empty' },
];

/** Changes what someone who waits would take. */
export function ChangeWaiting({ entry, onClose }: { entry: WaitingEntry; onClose: () => void }) {
  const formId = useId();
  const form = useAppForm(waitingCreate, valuesOf(entry));
  const update = useUpdateWaiting();
  const { save, conflict } = useVersionedEdit<WaitingEntry, WaitingValues, WaitingCreate>({
    form,
    stored: entry,
    valuesOf,
    fields: FIELDS,
    isSaving: update.isPending,
    // Who waits and for which course is not asked again.
    send: ({ patientId: _who, courseId: _course, ...change }, { id, version }) =>
      update.mutateAsync({ id, version, change }),
    onSaved: (saved, before) => {
      if (saved !== before) showToast({ text: 'The entry is saved' });
      onClose();
    },
  });
  // In place of the form, whose values are kept: never one dialog above another.
  if (conflict) return conflict;
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={`What ${named(fullName(entry.patient))} waits for`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={update.isPending}>
            Save
          </Button>
        </>
      }
    >
      <WaitingFields
        id={formId}
        form={form}
        isNew={false}
        isParked={entry.parkedId !== null}
        onSubmit={save}
      />
    </Dialog>
  );
}
