import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type IngredientPair,
  PAIR_VERDICT_LABELS,
  PAIR_VERDICTS,
  pairCreate,
} from '#domain/ingredients/pair.ts';
import { newKey } from '#src/lib/api.ts';
import { Button } from '#src/ui/button.tsx';
import { catalogueQuery } from '#src/ui/clinic/catalogue.queries.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Combobox } from '#src/ui/combobox.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormActions, FormField } from '#src/ui/form.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useCreatePair, useUpdatePair } from './ingredients.mutations.ts';

const VERDICTS = PAIR_VERDICTS.map((value) => ({ value, label: PAIR_VERDICT_LABELS[value] }));
const orNull = (text: string): string | null => (text === '' ? null : text);

/** Writes a pair down, or changes what is known of one. */
export function PairDialog({
  pair,
  onClose,
}: {
  pair: IngredientPair | null;
  onClose: () => void;
}) {
  const form = useAppForm(pairCreate, {
    firstId: pair?.firstId ?? '',
    secondId: pair?.secondId ?? '',
    verdict: pair?.verdict ?? 'unknown',
    source: pair?.source ?? '',
    note: pair?.note ?? null,
  });
  const catalogue = useQuery({ ...catalogueQuery(), enabled: pair === null });
  const create = useCreatePair();
  const update = useUpdatePair();
  const [key, setKey] = useState(newKey);
  const [isStale, setStale] = useState(false);
  const options = (catalogue.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const which = (name: 'firstId' | 'secondId', label: string) => (
    <FormField form={form} name={name} label={label}>
      {(bound) => (
        <Combobox
          {...bound}
          options={options}
          loading={catalogue.isPending}
          failed={catalogue.isError}
          onChange={(value) => bound.onChange(value ?? '')}
        />
      )}
    </FormField>
  );
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={pair === null ? 'New pair' : `${pair.firstName} with ${pair.secondName}`}
      description="What your own source says of mixing the two; recipes are checked by it at once."
    >
      <Form
        form={form}
        label="Pair"
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              const { firstId: _, secondId: __, ...change } = values;
              if (pair === null) await create.mutateAsync({ values, key });
              else await update.mutateAsync({ id: pair.id, version: pair.version, change });
              showToast({ text: 'The pair is recorded' });
              onClose();
            },
            ({ code }) => {
              setKey(newKey());
              setStale(code === 'stale');
            },
          )
        }
      >
        {isStale && (
          <Notice tone="review" title="Someone changed this pair meanwhile">
            Close this and open the pair again to see what they wrote. What you typed is still here.
          </Notice>
        )}
        {pair === null && which('firstId', 'One ingredient')}
        {pair === null && which('secondId', 'The other')}
        <FormField form={form} name="verdict" label="What is known" group>
          {(bound) => <RadioGroup {...bound} options={VERDICTS} inline />}
        </FormField>
        <FormField
          form={form}
          name="source"
          label="Source"
          help="A leaflet, a pharmacist with the day, a paper."
        >
          {(bound) => <TextInput {...bound} autoComplete="off" />}
        </FormField>
        <FormField form={form} name="note" label="Note" optional>
          {(bound) => (
            <TextArea {...bound} rows={2} onChange={(text) => bound.onChange(orNull(text))} />
          )}
        </FormField>
        <FormActions>
          <Button type="submit" variant="primary" loading={create.isPending || update.isPending}>
            Record the pair
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
