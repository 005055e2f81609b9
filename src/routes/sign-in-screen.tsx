import { useNavigate } from '@tanstack/react-router';
import { SignInForm } from '#src/features/sign-in/sign-in-form.tsx';
import { signInRoute } from './door-routes.tsx';

/** Signs in, then goes where the person was headed. */
export function SignInScreen() {
  const { from, email } = signInRoute.useSearch();
  const { isDemo } = signInRoute.useLoaderData();
  const navigate = useNavigate();
  return (
    <SignInForm
      isDemo={isDemo}
      email={email}
      onSignedIn={() => void navigate({ href: from ?? '/' })}
    />
  );
}
