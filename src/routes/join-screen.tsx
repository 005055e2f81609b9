import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { JoinForm } from '#src/features/sign-in/join-form.tsx';

const route = getRouteApi('/join/$secret');

/** Chooses a password with a link, then signs in. */
export function JoinScreen() {
  const { secret } = route.useParams();
  const navigate = useNavigate();
  return <JoinForm secret={secret} onDone={() => void navigate({ href: '/' })} />;
}
