import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import {
  type PhoneReport,
  phoneReportClose,
  REPORT_CLOSING_LABELS,
  REPORT_CLOSINGS,
} from '#domain/phone-reports/phone-report.ts';
import { SIDE_EFFECT_DETAILS } from '#domain/side-effects/side-effect-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import css from './phone-reports.module.css';
import { useClosePhoneReport } from './phone-reports.mutations.ts';
import { possibleEffectsQuery } from './phone-reports.queries.ts';

/** Closes a call with what it turned into: a side effect on record, advice, or neither. */
export function ClosePhoneReport({
  report,
  onClosed,
}: {
  report: PhoneReport;
  onClosed: () => void;
}) {
  const [{ id, version }] = useState(report);
  const form = useAppForm(phoneReportClose, { note: '', sideEffectId: null });
  const draft = useUnsavedDraft(`close-call-${report.id}`, form);
  const closing = useWatch({ control: form.control, name: 'closing' });
  const effects = useQuery(possibleEffectsQuery(report.patient.id));
  const close = useClosePhoneReport();
  return (
    <Form
      column
      form={form}
      label="What it becomes"
      onSubmit={(values) =>
        submitTo(form, async () => {
          await close.mutateAsync({ id, version, values });
          draft.clear();
          showToast({ text: 'The call is closed' });
          onClosed();
        })
      }
    >
      <DraftNotice draft={draft} />
      <div className={css.form}>
        <FormField form={form} name="closing" label="It is" group required>
          {(bound) => (
            <RadioGroup
              ref={bound.ref}
              value={bound.value ?? null}
              options={REPORT_CLOSINGS.map((value) => ({
                value,
                label: REPORT_CLOSING_LABELS[value],
              }))}
              onChange={(value) => {
                bound.onChange(value);
                if (value !== 'side_effect') form.setValue('sideEffectId', null);
              }}
              onBlur={bound.onBlur}
            />
          )}
        </FormField>
        {closing === 'side_effect' && (
          <div className={css.narrow}>
            <FormField
              form={form}
              name="sideEffectId"
              label="Side effect"
              required
              help={
                effects.data?.length === 0
                  ? 'None is recorded yet: record it first, then close the call.'
                  : undefined
              }
            >
              {(bound) => (
                <SelectInput
                  {...bound}
                  placeholder="Choose"
                  options={(effects.data ?? []).map((effect) => ({
                    value: effect.id,
                    label: `${SIDE_EFFECT_DETAILS[effect.code].label}, ${showDate(effect.onsetOn)}`,
                  }))}
                />
              )}
            </FormField>
          </div>
        )}
        <FormField
          form={form}
          name="note"
          label="Advice or decision"
          required={closing !== 'side_effect'}
          optional={closing === 'side_effect'}
        >
          {(bound) => <TextArea {...bound} />}
        </FormField>
      </div>
      <FormActions>
        <Button type="submit" variant="primary" loading={close.isPending}>
          Close the call
        </Button>
      </FormActions>
    </Form>
  );
}
