import { useNavigate } from '@tanstack/react-router';
import { type Task, TaskDialogs } from '#src/features/appointments/task-dialogs.tsx';
import { QuickPatient } from '#src/features/patients/quick-patient.tsx';
import { useMay } from '#src/lib/me.ts';

/** Booking from any page, as the palette offers it; what is booked is then seen in its day. */
export function BookingAnywhere({
  task,
  onTask,
}: {
  task: Task;
  onTask: (task: Task | null) => void;
}) {
  const navigate = useNavigate();
  const mayRegister = useMay('patients.write');
  return (
    <TaskDialogs
      task={task}
      onTask={onTask}
      newPatient={mayRegister ? (part) => <QuickPatient {...part} /> : undefined}
      onBooked={({ id, date }) => void navigate({ to: '/today', search: { date, open: id } })}
    />
  );
}
