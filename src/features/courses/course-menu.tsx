import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Course, courseClose, courseReopen } from '#domain/courses/course.ts';
import { STOP_REASON_LABELS, STOP_REASONS } from '#domain/courses/course-enums.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { ChangePlan } from './change-plan.tsx';
import { useCloseCourse, useReopenCourse } from './courses.mutations.ts';

type Opened = 'end' | 'reopen' | 'plan' | null;

/** What can be done with a course itself: change it, plan it anew, end it, let it go on. */
export function CourseMenu({ course }: { course: Course }) {
  const [opened, setOpened] = useState<Opened>(null);
  const navigate = useNavigate();
  const close = () => setOpened(null);
  const isRunning = course.status === 'open';
  return (
    <>
      <Menu
        label="More for this course"
        align="end"
        trigger={(props) => <IconButton icon="more" label="More for this course" {...props} />}
      >
        {isRunning && (
          <MenuItem
            icon="edit"
            onSelect={() =>
              void navigate({ to: '/courses/$courseId/edit', params: { courseId: course.id } })
            }
          >
            {course.signedSessions > 0
              ? 'Change history or decision'
              : 'Change plan, history or decision'}
          </MenuItem>
        )}
        {isRunning && course.signedSessions > 0 && (
          <MenuItem icon="calendar" onSelect={() => setOpened('plan')}>
            Longer or shorter
          </MenuItem>
        )}
        <MenuItem
          icon={isRunning ? 'check' : 'restore'}
          onSelect={() => setOpened(isRunning ? 'end' : 'reopen')}
        >
          {isRunning ? 'End this course' : 'Let it go on'}
        </MenuItem>
      </Menu>
      {opened === 'end' && <EndDialog course={course} onClose={close} />}
      {opened === 'reopen' && <ReopenDialog course={course} onClose={close} />}
      {opened === 'plan' && <ChangePlan course={course} onClose={close} />}
    </>
  );
}

const ENDS = [
  { value: 'completed', label: 'Completed as planned' },
  { value: 'stopped', label: 'Stopped early' },
] as const;

type DialogProps = { course: Course; onClose: () => void };

function EndDialog({ course, onClose }: DialogProps) {
  const form = useAppForm(courseClose, {
    status: 'completed',
    statusReason: null,
    statusNote: null,
  });
  const end = useCloseCourse();
  const status = form.watch('status');
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="End this course"
      description="Nothing of it is lost, and it can go on later."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="end-course" loading={end.isPending}>
            End the course
          </Button>
        </>
      }
    >
      <Form
        id="end-course"
        form={form}
        label="End this course"
        onSubmit={(values) =>
          submitTo(form, async () => {
            await end.mutateAsync({ id: course.id, version: course.version, values });
            showToast({ text: 'The course has ended' });
            onClose();
          })
        }
      >
        <FormField form={form} name="status" label="How it ended" group>
          {(bound) => (
            <RadioGroup
              {...bound}
              options={ENDS}
              onChange={(value) => {
                bound.onChange(value);
                if (value === 'completed') form.setValue('statusReason', null);
              }}
            />
          )}
        </FormField>
        {status === 'stopped' && (
          <FormField form={form} name="statusReason" label="Why" required>
            {(bound) => (
              <SelectInput
                {...bound}
                placeholder="Choose"
                options={STOP_REASONS.map((value) => ({ value, label: STOP_REASON_LABELS[value] }))}
              />
            )}
          </FormField>
        )}
        <FormField form={form} name="statusNote" label="Note" optional>
          {(bound) => (
            <TextArea {...bound} onChange={(text) => bound.onChange(text === '' ? null : text)} />
          )}
        </FormField>
      </Form>
    </Dialog>
  );
}

function ReopenDialog({ course, onClose }: DialogProps) {
  const form = useAppForm(courseReopen, { statusNote: '' });
  const reopen = useReopenCourse();
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="Let this course go on"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="reopen-course" loading={reopen.isPending}>
            Let it go on
          </Button>
        </>
      }
    >
      <Form
        id="reopen-course"
        form={form}
        label="Let this course go on"
        onSubmit={(values) =>
          submitTo(form, async () => {
            await reopen.mutateAsync({ id: course.id, version: course.version, values });
            showToast({ text: 'The course goes on' });
            onClose();
          })
        }
      >
        <FormField form={form} name="statusNote" label="Why it goes on" required>
          {(bound) => <TextArea {...bound} />}
        </FormField>
      </Form>
    </Dialog>
  );
}
