import { useFieldArray, useWatch } from 'react-hook-form';
import {
  GRADE_LABELS,
  GRADES,
  SIDE_EFFECT_DETAILS,
  SIDE_EFFECTS,
} from '#domain/side-effects/side-effect-enums.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import css from './follow-ups.module.css';
import type { ContactFormState, ToldSideEffect } from './record-contact.tsx';

const ASKED = [
  { value: 'none', label: 'Asked: none' },
  { value: 'some', label: 'Asked: some' },
  { value: 'not_asked', label: 'Not asked' },
] as const;

const NEW = {
  description: '',
  endedOn: null,
  // What it was, how severe and since when is asked: nothing is filled in beforehand.
} as ToldSideEffect;

/** Side effects asked for by name: "none" and "not asked" are answers of their own. */
export function ToldSideEffects({ form }: { form: ContactFormState }) {
  const asked = useWatch({ control: form.control, name: 'sideEffects.asked' });
  return (
    <>
      <FormField form={form} name="sideEffects.asked" label="Side effects since" group required>
        {(bound) => (
          <RadioGroup
            ref={bound.ref}
            inline
            value={bound.value ?? null}
            options={ASKED}
            onChange={(value) =>
              form.setValue(
                'sideEffects',
                value === 'some' ? { asked: value, reported: [NEW] } : { asked: value },
                { shouldDirty: true },
              )
            }
            onBlur={bound.onBlur}
          />
        )}
      </FormField>
      {asked === 'some' && <ToldList form={form} />}
    </>
  );
}

function ToldList({ form }: { form: ContactFormState }) {
  const { fields, append, remove } = useFieldArray({
    control: form.control,
    name: 'sideEffects.reported',
  });
  return (
    <div>
      {fields.map((field, index) => (
        <Told
          key={field.id}
          form={form}
          index={index}
          onRemove={fields.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      <Button icon="plus" onClick={() => append(NEW)}>
        Another side effect
      </Button>
    </div>
  );
}

function Told({
  form,
  index,
  onRemove,
}: {
  form: ContactFormState;
  index: number;
  onRemove: (() => void) | undefined;
}) {
  const at = `sideEffects.reported.${index}` as const;
  return (
    <div className={css.told} role="group" aria-label={`Side effect ${index + 1}`}>
      <FieldRow>
        <FormField form={form} name={`${at}.code`} label="What" required>
          {(bound) => (
            <SelectInput
              {...bound}
              placeholder="Choose"
              options={SIDE_EFFECTS.map((value) => ({
                value,
                label: SIDE_EFFECT_DETAILS[value].label,
              }))}
            />
          )}
        </FormField>
        <FormField form={form} name={`${at}.onsetOn`} label="Began on" required>
          {(bound) => <DateInput {...bound} />}
        </FormField>
        <FormField
          form={form}
          name={`${at}.endedOn`}
          label="Ended on"
          optional
          help="Empty: still there."
        >
          {(bound) => (
            <DateInput {...bound} onChange={(text) => bound.onChange(text === '' ? null : text)} />
          )}
        </FormField>
      </FieldRow>
      <FormField form={form} name={`${at}.grade`} label="Grade" group required>
        {(bound) => (
          <RadioGroup
            ref={bound.ref}
            value={bound.value === undefined ? null : String(bound.value)}
            options={GRADES.map((grade) => ({
              value: String(grade),
              label: `${grade} ${GRADE_LABELS[grade]}`,
            }))}
            onChange={(chosen) => bound.onChange(GRADES.find((one) => String(one) === chosen))}
            onBlur={bound.onBlur}
          />
        )}
      </FormField>
      <div className={css.toldHead}>
        <FormField form={form} name={`${at}.description`} label="In words" optional>
          {(bound) => <TextInput {...bound} autoComplete="off" />}
        </FormField>
        {onRemove && (
          <IconButton
            icon="close"
            label={`Leave out side effect ${index + 1}`}
            onClick={onRemove}
          />
        )}
      </div>
    </div>
  );
}
