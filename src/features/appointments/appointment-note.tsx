import { useState } from 'react';
import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { describeError } from '#src/ui/states.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import css from './appointment-panel.module.css';
import { useUpdateVisit } from './appointments.mutations.ts';

/** The desk's note of an appointment, saved by a button of its own; what is typed stays on failure. */
export function AppointmentNote({
  visit,
  isEditable,
}: {
  visit: ScheduledAppointment;
  isEditable: boolean;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const update = useUpdateVisit();
  const text = typed ?? visit.note;
  const isChanged = typed !== null && typed.trim() !== visit.note;
  if (!isEditable) return visit.note === '' ? null : <p className={css.note}>{visit.note}</p>;
  return (
    <div className={css.note}>
      <Field
        label="Note for the desk"
        error={update.error === null ? undefined : describeError(update.error).title}
      >
        <TextArea value={text} onChange={setTyped} rows={2} maxLength={500} />
      </Field>
      {isChanged && (
        <Button
          size="sm"
          loading={update.isPending}
          onClick={() =>
            update.mutate(
              {
                id: visit.id,
                version: visit.version,
                change: { note: text },
                shown: { note: text },
              },
              { onSuccess: () => setTyped(null) },
            )
          }
        >
          Save the note
        </Button>
      )}
    </div>
  );
}
