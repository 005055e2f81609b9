import { useState } from 'react';
import type * as z from 'zod/mini';
import {
  contactCreate,
  type FollowUpContact,
  type ReportedSideEffect,
} from '#domain/follow-ups/follow-up-contact.ts';
import {
  CONTACT_WAY_LABELS,
  CONTACT_WAYS,
  NEXT_STEP_LABELS,
  NEXT_STEPS,
} from '#domain/follow-ups/follow-up-enums.ts';
import type { CareFollowUp } from '#domain/follow-ups/follow-up.ts';
import { PATIENT_STEP_LABELS } from '#domain/outcomes/measure.ts';
import { NO_CHANGES_ASKED } from '#domain/outcomes/patient-changes.ts';
import { NOTICED_CHANGE_LABELS, NOTICED_CHANGES } from '#domain/sessions/session-enums.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { ChangesField } from '#src/ui/clinic/changes-field.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { ToggleChip } from '#src/ui/chip.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { ScaleInput } from '#src/ui/scale-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { type AppForm, useAppForm } from '#src/ui/use-app-form.ts';
import css from './follow-ups.module.css';
import { useRecordContact } from './follow-ups.mutations.ts';
import { ToldSideEffects } from './told-side-effects.tsx';

type Values = z.input<typeof contactCreate>;

/** A contact's form, held to its schema. */
export type ContactFormState = AppForm<Values, z.output<typeof contactCreate>>;

/** A side effect as it is typed at a contact. */
export type ToldSideEffect = ReportedSideEffect;

const STEPS = [-3, -2, -1, 0, 1, 2, 3].map((step) => PATIENT_STEP_LABELS[String(step)] ?? '');
const isWeek = ({ rule }: CareFollowUp): boolean => rule.startsWith('week_');

const options = <V extends string>(values: readonly V[], labels: Record<V, string>) =>
  values.map((value) => ({ value, label: labels[value] }));

/** All that a contact asks, on one screen; recording it closes the follow-up. */
export function RecordContact({
  task,
  onRecorded,
}: {
  task: CareFollowUp;
  onRecorded: (contact: FollowUpContact) => void;
}) {
  const { timeZone } = useClinic();
  const [{ id, version }] = useState(task);
  const form = useAppForm(
    contactCreate,
    {
      contactedOn: todayIn(timeZone),
      way: isWeek(task) ? 'visit' : 'phone',
      pain24h: null,
      patientGlobalChange: null,
      changes: NO_CHANGES_ASKED,
      note: '',
    },
    'onBlur',
  );
  const draft = useUnsavedDraft(`contact-${task.id}`, form);
  const record = useRecordContact(task.patient.id);
  return (
    <Form
      column
      form={form}
      label="Contact"
      onSubmit={(values) =>
        submitTo(form, async () => {
          const contact = await record.mutateAsync({ id, version, values });
          draft.clear();
          showToast({ text: 'The contact is recorded' });
          onRecorded(contact);
        })
      }
    >
      <DraftNotice draft={draft} />
      <div className={css.form}>
        <div className={css.narrow}>
          <FormField form={form} name="contactedOn" label="Contacted on" required>
            {(bound) => <DateInput {...bound} />}
          </FormField>
        </div>
        <FormField form={form} name="way" label="How" group required>
          {(bound) => (
            <RadioGroup
              ref={bound.ref}
              inline
              value={bound.value}
              options={options(CONTACT_WAYS, CONTACT_WAY_LABELS)}
              onChange={bound.onChange}
              onBlur={bound.onBlur}
            />
          )}
        </FormField>
        {task.rule === 'contact_48h' && <PainField form={form} />}
        <ToldSideEffects form={form} />
        <FormField form={form} name="noticedChange" label="Noticed a change" group required>
          {(bound) => (
            <RadioGroup
              ref={bound.ref}
              inline
              value={bound.value ?? null}
              options={options(NOTICED_CHANGES, NOTICED_CHANGE_LABELS)}
              onChange={bound.onChange}
              onBlur={bound.onBlur}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="patientGlobalChange"
          label="Compared with before the first session, how is your hair?"
          group
          required={isWeek(task)}
          optional={!isWeek(task)}
        >
          {(bound) => (
            <ScaleInput
              ref={bound.ref}
              value={bound.value}
              min={-3}
              max={3}
              words={STEPS}
              clearable
              onChange={bound.onChange}
              onBlur={bound.onBlur}
            />
          )}
        </FormField>
        <FormField form={form} name="changes" label="What changed" group>
          {(bound) => <ChangesField value={bound.value} onChange={bound.onChange} />}
        </FormField>
        <FormField form={form} name="nextStep" label="Next step" group required>
          {(bound) => (
            <RadioGroup
              ref={bound.ref}
              value={bound.value ?? null}
              options={options(NEXT_STEPS, NEXT_STEP_LABELS)}
              onChange={bound.onChange}
              onBlur={bound.onBlur}
            />
          )}
        </FormField>
        <FormField form={form} name="note" label="Note" optional>
          {(bound) => <TextArea {...bound} />}
        </FormField>
      </div>
      <FormActions>
        <Button type="submit" variant="primary" loading={record.isPending}>
          Record and close
        </Button>
      </FormActions>
    </Form>
  );
}

function PainField({ form }: { form: ContactFormState }) {
  return (
    <FormField form={form} name="pain24h" label="Pain 24 hours after" group required>
      {(bound) => (
        <div className={css.pain}>
          <ScaleInput
            ref={bound.ref}
            value={typeof bound.value === 'number' ? bound.value : null}
            ends={['None', 'Worst']}
            onChange={bound.onChange}
            onBlur={bound.onBlur}
          />
          <ToggleChip
            on={bound.value === 'not_asked'}
            onChange={(isOn) => bound.onChange(isOn ? 'not_asked' : null)}
          >
            Not asked
          </ToggleChip>
        </div>
      )}
    </FormField>
  );
}
