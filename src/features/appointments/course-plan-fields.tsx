import { PART_OF_DAY_LABELS, PARTS_OF_DAY } from '#domain/appointments/appointment-enums.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field, FieldRow, FieldStack } from '#src/ui/field.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import type { CoursePlanValues } from './course-plan-values.ts';

const PART_OPTIONS = PARTS_OF_DAY.map((value) => ({ value, label: PART_OF_DAY_LABELS[value] }));

/** What the dates are proposed from; each change proposes anew. */
export function CoursePlanFields({
  plan,
  lists,
  errors,
  onChange,
}: {
  plan: CoursePlanValues;
  lists: Schedule;
  errors: Partial<Record<string, string>>;
  onChange: (change: Partial<CoursePlanValues>) => void;
}) {
  return (
    <FieldStack>
      <FieldRow>
        <Field label="What for" error={errors['typeId']}>
          <SelectInput
            value={plan.typeId}
            options={lists.types
              .filter((type) => !type.isArchived)
              .map((type) => ({
                value: type.id,
                label: `${type.name}, ${type.durationMinutes} min`,
              }))}
            onChange={(typeId) => onChange({ typeId: typeId ?? '', fixed: [] })}
          />
        </Field>
        <Field label="With" error={errors['practitionerId']}>
          <SelectInput
            value={plan.practitionerId}
            options={lists.practitioners
              .filter(({ isActive }) => isActive)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(practitionerId) =>
              onChange({ practitionerId: practitionerId ?? '', fixed: [] })
            }
          />
        </Field>
        <Field label="Room" error={errors['roomId']}>
          <SelectInput
            value={plan.roomId}
            placeholder="Any free room"
            options={lists.rooms.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(roomId) => onChange({ roomId })}
          />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field label="Sessions" error={errors['count']}>
          <NumberInput value={plan.count} onChange={(count) => onChange({ count })} />
        </Field>
        <Field label="At least every" error={errors['intervalDaysMin']}>
          <NumberInput
            value={plan.intervalDaysMin}
            unit="days"
            onChange={(intervalDaysMin) => onChange({ intervalDaysMin })}
          />
        </Field>
        <Field label="At most every" error={errors['intervalDaysMax']}>
          <NumberInput
            value={plan.intervalDaysMax}
            unit="days"
            onChange={(intervalDaysMax) => onChange({ intervalDaysMax })}
          />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field label="From" error={errors['from']}>
          <DateInput value={plan.from} onChange={(from) => onChange({ from, fixed: [] })} />
        </Field>
        <Field label="Part of the day">
          <SelectInput
            value={plan.part}
            options={PART_OPTIONS}
            onChange={(part) => onChange({ part: part ?? 'any', fixed: [] })}
          />
        </Field>
      </FieldRow>
    </FieldStack>
  );
}
