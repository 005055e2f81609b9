import { useWatch } from 'react-hook-form';
import type { Session } from '#domain/sessions/session.ts';
import { RELATEDNESS, RELATEDNESS_LABELS } from '#domain/side-effects/side-effect-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { SideEffectFormState } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';

const OPTIONS = [
  ...RELATEDNESS.map((value) => ({ value, label: RELATEDNESS_LABELS[value] })),
  { value: 'open', label: 'Not judged yet' } as const,
];
const JUDGED = [
  { name: 'relatednessToProduct', label: 'By the recipe as a whole' },
  { name: 'relatednessToProcedure', label: 'By the procedure' },
  { name: 'relatednessToAnaesthetic', label: 'By the anaesthetic' },
] as const;

/** The session and lot it belongs to, and how likely each of three things caused it. */
export function CauseFields({
  form,
  sessions,
}: {
  form: SideEffectFormState;
  sessions: readonly Session[];
}) {
  const sessionId = useWatch({ control: form.control, name: 'sessionId' });
  const lots = (sessions.find(({ id }) => id === sessionId)?.usedIngredients ?? [])
    .map(({ lot }) => lot)
    .filter((lot) => lot !== null);
  return (
    <div className={css.group}>
      <FieldRow>
        <FormField form={form} name="sessionId" label="Session it belongs to">
          {(bound) => (
            <SelectInput
              {...bound}
              options={sessions.map(({ id, number, sessionOn }) => ({
                value: id,
                label: `Session ${number ?? ''}, ${showDate(sessionOn)}`,
              }))}
              placeholder="Cannot be told"
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="lot"
          label="Lot"
          optional
          help={lots.length === 0 ? undefined : `Drawn in that session: ${lots.join(', ')}`}
        >
          {(bound) => (
            <TextInput
              {...bound}
              autoComplete="off"
              onChange={(text) => bound.onChange(text === '' ? null : text)}
            />
          )}
        </FormField>
      </FieldRow>
      <FieldRow>
        {JUDGED.map(({ name, label }) => (
          <FormField key={name} form={form} name={name} label={label} group>
            {(bound) => (
              <RadioGroup
                ref={bound.ref}
                value={bound.value ?? 'open'}
                options={OPTIONS}
                onChange={(chosen) => bound.onChange(chosen === 'open' ? null : chosen)}
                onBlur={bound.onBlur}
              />
            )}
          </FormField>
        ))}
      </FieldRow>
    </div>
  );
}
