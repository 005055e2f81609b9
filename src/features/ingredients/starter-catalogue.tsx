import { useState } from 'react';
import { newKey } from '#src/lib/api.ts';
import { Button } from '#src/ui/button.tsx';
import { describeError } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAddStarterCatalogue } from './ingredients.mutations.ts';

/** Takes over the starter catalogue: names, classes and cautions, never a strength. */
export function StarterCatalogueButton({ variant }: { variant?: 'primary' | 'quiet' }) {
  const [key, setKey] = useState(newKey);
  const add = useAddStarterCatalogue();
  return (
    <Button
      variant={variant}
      icon="import"
      loading={add.isPending}
      onClick={() =>
        add.mutate(key, {
          onSuccess: ({ added, alreadyThere }) => {
            setKey(newKey());
            showToast({
              text:
                added === 0
                  ? `All ${alreadyThere} starter ingredients are here already`
                  : `${added} ingredients added. Give each its status and what it is dissolved in`,
            });
          },
          onError: (error) => showToast({ text: `Not added. ${describeError(error).title}` }),
        })
      }
    >
      Add the starter catalogue
    </Button>
  );
}
