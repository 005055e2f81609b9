import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useWatch } from 'react-hook-form';
import type { BookableCourse } from '#domain/appointments/course-booking.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { PatientPicker } from '#src/ui/clinic/patient-picker.tsx';
import { FormField } from '#src/ui/form.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { bookableCoursesOf } from './appointments.queries.ts';
import type { BookingFormState } from './booking-form.tsx';
import { nextSessionWords, sessionsLeft } from './course-words.ts';

/** Who it is for, and which of their open courses it belongs to. */
export function PatientAndCourse({
  form,
  lists,
  onNewPatient,
}: {
  form: BookingFormState;
  lists: Schedule;
  onNewPatient?: ((typed: string) => void) | undefined;
}) {
  const patientId = useWatch({ control: form.control, name: 'patientId' });
  const query = useQuery({ ...bookableCoursesOf(patientId), enabled: patientId !== '' });
  const courses = query.data?.items;
  const proposeCourse = useEffectEvent((found: readonly BookableCourse[]) => {
    const course = found.find((one) => sessionsLeft(one) !== 0);
    if (!course || form.getValues('courseId') !== null) return;
    form.setValue('courseId', course.id);
    const type = lists.types.find((one) => one.kind === 'session' && !one.isArchived);
    if (!type || form.getValues('typeId') !== '') return;
    form.setValue('typeId', type.id);
    form.setValue('minutes', type.durationMinutes);
  });
  useEffect(() => {
    if (courses) proposeCourse(courses);
  }, [courses]);
  return (
    <>
      <FormField form={form} name="patientId" label="Patient" required>
        {(bound) => (
          <PatientPicker
            {...bound}
            onNew={onNewPatient}
            onChange={(id) => {
              bound.onChange(id ?? '');
              form.setValue('courseId', null);
            }}
          />
        )}
      </FormField>
      {courses && courses.length > 0 && (
        <FormField form={form} name="courseId" label="Course">
          {(bound) => (
            <SelectInput
              {...bound}
              placeholder="Not part of a course"
              options={courses.map((course) => ({
                value: course.id,
                label: nextSessionWords(course),
              }))}
            />
          )}
        </FormField>
      )}
    </>
  );
}
