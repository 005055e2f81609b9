import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { buttonClass } from '#src/ui/button.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { Blank, ErrorState } from '#src/ui/states.tsx';

/** No page has this address. */
export function NotFoundPage() {
  return (
    <PageFrame title="No such page">
      <Blank
        icon="search"
        title="No page has this address"
        text="It may have been mistyped, or what it showed is no longer there."
        action={
          <Link to="/" className={buttonClass({ variant: 'primary' })}>
            Go to your first page
          </Link>
        }
      />
    </PageFrame>
  );
}

/** A page broke while it was drawn or loaded. What is typed elsewhere is kept. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <PageFrame title="This page did not open">
      <ErrorState problem={error} title="This page did not open" onRetry={retry} />
    </PageFrame>
  );
}
