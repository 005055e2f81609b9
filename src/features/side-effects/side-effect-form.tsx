import type * as z from 'zod/mini';
import type { Session } from '#domain/sessions/session.ts';
import type { sideEffectCreate } from '#domain/side-effects/side-effect.ts';
import { Button } from '#src/ui/button.tsx';
import { DraftNotice, Form, FormActions, type useUnsavedDraft } from '#src/ui/form.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import { CauseFields } from './cause-fields.tsx';
import { EventFields } from './event-fields.tsx';
import { OnsetFields } from './onset-fields.tsx';
import { ReportingFields } from './reporting-fields.tsx';
import { SeverityFields } from './severity-fields.tsx';
import { StandingFields } from './standing-fields.tsx';

/** The values of a side effect's form, as typed. */
export type SideEffectValues = z.input<typeof sideEffectCreate>;

/** A side effect's form, held to its schema. */
export type SideEffectFormState = AppForm<SideEffectValues, z.output<typeof sideEffectCreate>>;

/** A side effect: what it is and how urgent, when it began, how severe, what caused it, how it stands. */
export function SideEffectForm({
  form,
  draft,
  sessions,
  isBusy,
  submitLabel,
  onSubmit,
  onCancel,
}: {
  form: SideEffectFormState;
  draft: ReturnType<typeof useUnsavedDraft>;
  /** The course's signed sessions, the newest first. */
  sessions: readonly Session[];
  isBusy: boolean;
  submitLabel: string;
  onSubmit: (values: z.output<typeof sideEffectCreate>) => Promise<void>;
  onCancel: () => void;
}) {
  return (
    <Form form={form} onSubmit={onSubmit} label="Side effect">
      <DraftNotice draft={draft} />
      <Section title="What">
        <EventFields form={form} />
      </Section>
      <Section title="When">
        <OnsetFields form={form} />
      </Section>
      <Section title="How severe" meta="Three judgements, none of them follows from another.">
        <SeverityFields form={form} />
      </Section>
      <Section title="What may have caused it">
        <CauseFields form={form} sessions={sessions} />
      </Section>
      <Section title="How it stands">
        <StandingFields form={form} />
      </Section>
      <Section title="Reported outside" meta="The app sends nothing by itself.">
        <ReportingFields form={form} />
      </Section>
      <FormActions>
        <Button type="submit" variant="primary" loading={isBusy}>
          {submitLabel}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  );
}
