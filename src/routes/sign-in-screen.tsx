import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { SignInForm } from '#src/features/sign-in/sign-in-form.tsx';

const route = getRouteApi('/sign-in');

/** Signs in, then goes where the person was headed. */
export function SignInScreen() {
  const { from, email } = route.useSearch();
  const { isDemo } = route.useLoaderData();
  const navigate = useNavigate();
  return (
    <SignInForm
      isDemo={isDemo}
      email={email}
      onSignedIn={() => void navigate({ href: from ?? '/' })}
    />
  );
}
