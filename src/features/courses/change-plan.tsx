import { FormProvider, useWatch } from 'react-hook-form';
import { type CoursePlan, coursePlan, nextDueWindow } from '#domain/courses/course-plan.ts';
import { type Course, coursePlanChange } from '#domain/courses/course.ts';
import { showDate } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import css from './course-form.module.css';
import { useChangePlan } from './courses.mutations.ts';
import { PlanFields } from './plan-fields.tsx';

const FORM_ID = 'change-plan';

/** Makes a running course longer or shorter by response, with the reason. */
export function ChangePlan({ course, onClose }: { course: Course; onClose: () => void }) {
  const { plannedSessions, intervalDaysMin, intervalDaysMax, maintenance } = course;
  const plan = { plannedSessions, intervalDaysMin, intervalDaysMax, maintenance };
  const form = useAppForm(coursePlanChange, { ...plan, reason: '' });
  const change = useChangePlan();
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="Make this course longer or shorter"
      description="The plan as it was, this change and its reason stay in the chart."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={FORM_ID} loading={change.isPending}>
            Change the plan
          </Button>
        </>
      }
    >
      <Form
        id={FORM_ID}
        form={form}
        label="Make this course longer or shorter"
        onSubmit={(values) =>
          submitTo(form, async () => {
            await change.mutateAsync({ id: course.id, version: course.version, values });
            showToast({ text: 'The plan is changed' });
            onClose();
          })
        }
      >
        {/* The plan's numbers stand in this form under the same names. */}
        <FormProvider {...form}>
          <PlanFields />
          <NextDue course={course} />
        </FormProvider>
        <FormField
          form={form}
          name="reason"
          label="Why"
          required
          help="How the patient responded, or what else speaks for it."
        >
          {(bound) => <TextArea {...bound} rows={2} />}
        </FormField>
      </Form>
    </Dialog>
  );
}

/** When the next session would be due by the plan as typed. */
function NextDue({ course }: { course: Course }) {
  const values = useWatch<CoursePlan>();
  const typed = coursePlan.safeParse({
    plannedSessions: values.plannedSessions,
    intervalDaysMin: values.intervalDaysMin,
    intervalDaysMax: values.intervalDaysMax,
    maintenance: values.maintenance,
  });
  if (!typed.success) return null;
  const due = nextDueWindow({ ...course, ...typed.data });
  return (
    <p className={css.note} aria-live="polite">
      {due
        ? `The next session would be due ${showDate(due.from)} to ${showDate(due.to)}.`
        : 'No further session would be due.'}
    </p>
  );
}
