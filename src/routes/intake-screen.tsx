import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { IntakeForm } from '#src/features/screening/intake-form.tsx';
import { setDeskState } from '#src/lib/desk-state.ts';
import { forgetForm, keptForm } from './handed-over.ts';

/** The form a patient answers alone. Leaving it leads to the desk, which is locked. */
export function IntakeScreen() {
  const [secret] = useState(keptForm);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  if (secret === null) return <Navigate to="/" replace />;
  return (
    <IntakeForm
      secret={secret}
      onLeave={() => {
        forgetForm();
        queryClient.clear();
        setDeskState('locked');
        void navigate({ to: '/', replace: true });
      }}
    />
  );
}
