import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import css from './setup-form.module.css';
import { DOOR_NOT_REACHED } from './sign-in-form.tsx';
import { fillDemo } from './sign-in.mutations.ts';

/** Offers a made-up clinic in place of one's own, and says that it stays one. */
export function DemoOffer({ onDemo }: { onDemo: () => void }) {
  const queryClient = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const open = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await fillDemo();
      queryClient.clear();
      onDemo();
    } catch (error) {
      setFailure(error instanceof ApiProblem ? error.message : DOOR_NOT_REACHED);
      setBusy(false);
    }
  };
  return (
    <section className={css.demo} aria-labelledby="demo-offer">
      <h2 id="demo-offer" tabIndex={-1}>
        Only looking around?
      </h2>
      <p>
        Fill this database with a demo clinic instead. Every person in it is made up. A demo stays a
        demo: to begin with your own clinic later, start the server with a fresh{' '}
        <code>DATA_DIR</code>.
      </p>
      <Button loading={isBusy} onClick={() => void open()}>
        Look around in a demo clinic
      </Button>
      {failure !== null && <p role="alert">{failure}</p>}
    </section>
  );
}
