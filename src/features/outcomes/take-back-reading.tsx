import { useState } from 'react';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import { type Outcome, outcomeVoid } from '#domain/outcomes/outcome.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useVoidOutcome } from './outcomes.mutations.ts';
import { readingInWords } from './reading-words.ts';

/** Takes a reading back that was typed wrongly: it stays in the chart, struck, and counts nowhere. */
export function TakeBackReading({ reading }: { reading: Outcome }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        icon="undo"
        size="sm"
        label={`Take back: ${MEASURE_DETAILS[reading.measure].label}`}
        onClick={() => setOpen(true)}
      />
      {isOpen && <TakeBackDialog reading={reading} onClose={() => setOpen(false)} />}
    </>
  );
}

function TakeBackDialog({ reading, onClose }: { reading: Outcome; onClose: () => void }) {
  const form = useAppForm(outcomeVoid, { reason: '' });
  const takeBack = useVoidOutcome(reading.patientId);
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="Take this reading back"
      description={`${MEASURE_DETAILS[reading.measure].label}: ${readingInWords(reading)}. It stays in the chart, struck, and counts in no report.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="take-back" loading={takeBack.isPending}>
            Take it back
          </Button>
        </>
      }
    >
      <Form
        id="take-back"
        form={form}
        label="Take this reading back"
        onSubmit={(values) =>
          submitTo(form, async () => {
            await takeBack.mutateAsync({ id: reading.id, version: reading.version, values });
            showToast({ text: 'The reading is taken back' });
            onClose();
          })
        }
      >
        <FormField form={form} name="reason" label="Why it does not count" required>
          {(bound) => <TextArea {...bound} />}
        </FormField>
      </Form>
    </Dialog>
  );
}
