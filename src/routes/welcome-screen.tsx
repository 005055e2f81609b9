import { useNavigate } from '@tanstack/react-router';
import { SetupForm } from '#src/features/sign-in/setup-form.tsx';

/** First run: makes the clinic, then asks its owner to sign in. */
export function WelcomeScreen() {
  const navigate = useNavigate();
  return (
    <SetupForm
      onDone={() => void navigate({ href: '/' })}
      onDemo={() => void navigate({ to: '/sign-in' })}
    />
  );
}
