import * as z from 'zod/mini';

import type { ProblemDetails } from '#domain/shared/problem.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { shortText } from '#domain/shared/text.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';

import { BothThemes, Chapter } from './specimen.tsx';

const specimenSchema = z.strictObject({
  name: shortText(120, 'Type the name.'),
  born: calendarDate,
  volumeMl: z
    .number('Type a number, such as 1.5.')
    .check(z.positive('More than 0 ml.'), z.maximum(20, 'At most 20 ml.')),
});

const REFUSED: ProblemDetails = {
  type: 'about:blank',
  title: 'This does not fit what is recorded.',
  status: 409,
  code: 'conflict',
  requestId: '7F3A-22',
  fields: [
    { path: 'name', message: 'There is a patient with this name and birth date.' },
    { path: 'room', message: 'Room 2 is taken 14:00–15:30.' },
  ],
};

function FormSpecimen({ theme }: { theme: string }) {
  const form = useAppForm(specimenSchema, { name: '', born: '' });
  const draft = useUnsavedDraft(`gallery-${theme}`, form);
  return (
    <Form
      form={form}
      label={`Specimen form, ${theme}`}
      onSubmit={(values) => {
        draft.clear();
        showToast({ text: `${values.name} saved.` });
      }}
    >
      <DraftNotice draft={draft} />
      <FieldRow>
        <FormField form={form} name="name" label="Name" required>
          {(bound) => <TextInput {...bound} />}
        </FormField>
        <FormField form={form} name="born" label="Born" required>
          {(bound) => <DateInput {...bound} past />}
        </FormField>
        <FormField
          form={form}
          name="volumeMl"
          label="Volume"
          required
          help="Never filled in for you."
        >
          {(bound) => <NumberInput {...bound} unit="ml" decimals={2} />}
        </FormField>
      </FieldRow>
      <FormActions>
        <Button
          variant="quiet"
          onClick={() => {
            void form.handleSubmit(
              () => applyServerProblem(form, REFUSED),
              () => applyServerProblem(form, REFUSED),
            )();
          }}
        >
          As refused by the server
        </Button>
        <Button type="submit" variant="primary">
          Save
        </Button>
      </FormActions>
    </Form>
  );
}

/** A form with its errors, its summary and its kept draft. */
export function FormChapter() {
  return (
    <Chapter id="form" title="Form">
      <BothThemes>{(theme) => <FormSpecimen theme={theme} />}</BothThemes>
    </Chapter>
  );
}
