import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import {
  type HandedOver,
  NO_FLAGS_ASKED,
  phoneReportCreate,
} from '#domain/phone-reports/phone-report.ts';
import { reportUrgency } from '#domain/phone-reports/red-flags.ts';
import { newKey } from '#src/lib/api.ts';
import { timeIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { PatientPicker } from '#src/ui/clinic/patient-picker.tsx';
import { pickedPatient } from '#src/ui/clinic/patient-picker.queries.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { type AppForm, useAppForm } from '#src/ui/use-app-form.ts';
import { HandedOverList } from './handed-over-list.tsx';
import css from './phone-reports.module.css';
import { useFilePhoneReport } from './phone-reports.mutations.ts';
import { RedFlagsField } from './red-flags-field.tsx';

type ReportForm = AppForm<z.input<typeof phoneReportCreate>, z.output<typeof phoneReportCreate>>;

/**
 * "A patient phoned with a problem": one form for whoever takes the call. It shows the clinic's
 * emergency text, and once handed over the words cannot be read back at the desk.
 */
export function FilePhoneReport({ patientId }: { patientId: string | undefined }) {
  const { timeZone } = useClinic();
  const [last, setLast] = useState<HandedOver | null>(null);
  return (
    <PageFrame
      title="A patient phoned with a problem"
      aside={<HandedOverList />}
      asideLabel="Calls handed over"
    >
      {last && (
        <Notice tone="ok" title={`Handed over at ${timeIn(timeZone, last.handedOverAt)}`}>
          Every clinician sees it now, at the head of their list.
        </Notice>
      )}
      <CallForm key={last?.id ?? 'first'} patientId={patientId} onFiled={setLast} />
    </PageFrame>
  );
}

function CallForm({
  patientId,
  onFiled,
}: {
  patientId: string | undefined;
  onFiled: (report: HandedOver) => void;
}) {
  const form = useAppForm(phoneReportCreate, {
    patientId: patientId ?? '',
    words: '',
    since: '',
    callBackPhone: '',
    redFlags: NO_FLAGS_ASKED,
  });
  const draft = useUnsavedDraft('phone-report', form);
  const file = useFilePhoneReport();
  const [key, setKey] = useState(newKey);
  const { control, getValues, setValue } = form;
  const chosen = useWatch({ control, name: 'patientId' });
  const picked = useQuery({ ...pickedPatient(chosen), enabled: chosen !== '' });
  const phone = picked.data?.phone;
  useEffect(() => {
    // The number on record is where most callers are; whoever phones from elsewhere says so.
    if (phone && getValues('callBackPhone') === '') setValue('callBackPhone', phone);
  }, [phone, getValues, setValue]);
  return (
    <Form
      column
      form={form}
      label="Call"
      onSubmit={(values) =>
        submitTo(
          form,
          async () => {
            const report = await file.mutateAsync({ values, key });
            draft.clear();
            onFiled(report);
          },
          () => setKey(newKey()),
        )
      }
    >
      <DraftNotice draft={draft} />
      <div className={css.form}>
        <div className={css.narrow}>
          <FormField form={form} name="patientId" label="Patient" required>
            {(bound) => <PatientPicker {...bound} onChange={(id) => bound.onChange(id ?? '')} />}
          </FormField>
        </div>
        <EmergencyText form={form} />
        <FormField form={form} name="redFlags" label="Ask now" group>
          {(bound) => <RedFlagsField value={bound.value} onChange={bound.onChange} />}
        </FormField>
        <FormField form={form} name="words" label="What the patient says" required>
          {(bound) => <TextArea {...bound} rows={4} />}
        </FormField>
        <FieldRow>
          <FormField form={form} name="since" label="Since when" optional>
            {(bound) => <TextInput {...bound} autoComplete="off" />}
          </FormField>
          <FormField form={form} name="callBackPhone" label="Call back on" required>
            {(bound) => <TextInput {...bound} type="tel" autoComplete="off" dir="ltr" />}
          </FormField>
        </FieldRow>
        <p className={css.line}>
          Once handed over, only clinicians can read it. Here it says when, and who has it.
        </p>
      </div>
      <FormActions>
        <Button type="submit" variant="primary" loading={file.isPending}>
          Hand over
        </Button>
      </FormActions>
    </Form>
  );
}

function EmergencyText({ form }: { form: ReportForm }) {
  const { emergencyText } = useClinic();
  const flags = useWatch({ control: form.control, name: 'redFlags' });
  const isNow = reportUrgency(flags) === 'now';
  return (
    <div role={isNow ? 'alert' : undefined}>
      <Notice
        tone={isNow ? 'stop' : 'review'}
        title={isNow ? 'This is an emergency' : 'If it is an emergency'}
      >
        <p className={css.text}>{emergencyText}</p>
      </Notice>
    </div>
  );
}
