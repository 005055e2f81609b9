import { useFieldArray, useFormContext } from 'react-hook-form';
import { type Phase, PHASE_LABELS, PHASES } from '#domain/protocols/phase.ts';
import type { ProtocolCreate, ProtocolPhase } from '#domain/protocols/protocol.ts';
import { Button } from '#src/ui/button.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import css from './protocols.module.css';

// Its numbers are empty until they are typed: the schema asks for them, and none is filled in.
const emptyPhase = (phase: Phase) => ({ phase }) as ProtocolPhase;

/** What a version of a protocol says, of the form around it. */
export function ProtocolFields() {
  const form = useFormContext<ProtocolCreate, unknown, ProtocolCreate>();
  const { fields, insert, remove } = useFieldArray({ control: form.control, name: 'phases' });
  const lacking = PHASES.filter((phase) => !fields.some((field) => field.phase === phase));
  return (
    <div className={css.group}>
      <FormField form={form} name="name" label="Name" required>
        {(bound) => <TextInput {...bound} autoComplete="off" />}
      </FormField>
      {fields.map((field, index) => (
        <Section
          key={field.id}
          title={`${PHASE_LABELS[field.phase]} phase`}
          actions={
            fields.length > 1 && (
              <Button size="sm" variant="quiet" onClick={() => remove(index)}>
                Remove this phase
              </Button>
            )
          }
        >
          <div className={css.group}>
            <FieldRow>
              <FormField
                form={form}
                name={`phases.${index}.sessionsMin`}
                label="Sessions, at least"
                required
              >
                {(bound) => <NumberInput {...bound} unit="sessions" />}
              </FormField>
              <FormField
                form={form}
                name={`phases.${index}.sessionsMax`}
                label="Sessions, at most"
                required
              >
                {(bound) => <NumberInput {...bound} unit="sessions" />}
              </FormField>
            </FieldRow>
            <FieldRow>
              <FormField
                form={form}
                name={`phases.${index}.intervalDaysMin`}
                label="Days between, at least"
                required
              >
                {(bound) => <NumberInput {...bound} unit="days" />}
              </FormField>
              <FormField
                form={form}
                name={`phases.${index}.intervalDaysMax`}
                label="Days between, at most"
                required
              >
                {(bound) => <NumberInput {...bound} unit="days" />}
              </FormField>
            </FieldRow>
          </div>
        </Section>
      ))}
      <div className={css.actions}>
        {lacking.map((phase) => (
          <Button
            key={phase}
            size="sm"
            icon="plus"
            onClick={() =>
              insert(phase === 'initial' ? 0 : fields.length, emptyPhase(phase), {
                shouldFocus: false,
              })
            }
          >
            Add {phase === 'initial' ? 'an initial' : 'a maintenance'} phase
          </Button>
        ))}
      </div>
      <FormField
        form={form}
        name="sourceLabel"
        label="Where it comes from"
        required
        help="An article, a course, or your own experience."
      >
        {(bound) => <TextInput {...bound} autoComplete="off" />}
      </FormField>
      <FormField
        form={form}
        name="sourceStatement"
        label="What the source states"
        optional
        help="In its words. It is shown as the source’s statement, never as a fact."
      >
        {(bound) => <TextArea {...bound} rows={2} />}
      </FormField>
      <FormField form={form} name="note" label="Note" optional>
        {(bound) => <TextArea {...bound} rows={2} />}
      </FormField>
    </div>
  );
}
