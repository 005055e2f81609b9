import { useNavigate } from '@tanstack/react-router';
import { JoinForm } from '#src/features/sign-in/join-form.tsx';
import { joinRoute } from './door-routes.tsx';

/** Chooses a password with a link, then signs in. */
export function JoinScreen() {
  const { secret } = joinRoute.useParams();
  const navigate = useNavigate();
  return <JoinForm secret={secret} onDone={() => void navigate({ href: '/' })} />;
}
