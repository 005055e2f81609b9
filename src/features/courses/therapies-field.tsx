import { useFieldArray } from 'react-hook-form';
import { THERAPIES, THERAPY_LABELS } from '#domain/courses/course-enums.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FormField } from '#src/ui/form.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import type { CourseFormState } from './course-form.tsx';
import css from './course-form.module.css';

const OPTIONS = THERAPIES.map((value) => ({ value, label: THERAPY_LABELS[value] }));

/** Other treatments beside the course: the facts a comparison of recipes can be misled by. */
export function TherapiesField({ form }: { form: CourseFormState }) {
  const { fields, append, remove } = useFieldArray({
    control: form.control,
    name: 'concomitantTherapies',
  });
  return (
    <div className={css.therapies}>
      {fields.map((field, index) => (
        <div key={field.id} className={css.therapy}>
          <FormField
            form={form}
            name={`concomitantTherapies.${index}.therapy`}
            label="Other treatment"
          >
            {(bound) => <SelectInput {...bound} options={OPTIONS} />}
          </FormField>
          <FormField
            form={form}
            name={`concomitantTherapies.${index}.startedOn`}
            label="Since"
            optional
          >
            {(bound) => (
              <DateInput
                {...bound}
                onChange={(text) => bound.onChange(text === '' ? null : text)}
              />
            )}
          </FormField>
          <FormField
            form={form}
            name={`concomitantTherapies.${index}.stoppedOn`}
            label="Until"
            optional
          >
            {(bound) => (
              <DateInput
                {...bound}
                onChange={(text) => bound.onChange(text === '' ? null : text)}
              />
            )}
          </FormField>
          <IconButton icon="trash" label="Remove this treatment" onClick={() => remove(index)} />
        </div>
      ))}
      <div>
        <Button
          icon="plus"
          onClick={() =>
            append({ therapy: 'topical_minoxidil', startedOn: null, stoppedOn: null, note: null })
          }
        >
          {fields.length === 0 ? 'Add another treatment the patient has' : 'Add one more'}
        </Button>
      </div>
    </div>
  );
}
