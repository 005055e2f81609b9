import { useWatch } from 'react-hook-form';
import { IMPORT_FIELD_LABELS, IMPORT_FIELDS } from '#domain/exchange/import-fields.ts';
import {
  importMappingRequest,
  type ImportMappingRequest,
  type PatientImport,
} from '#domain/imports/patient-import.ts';
import { NAME_ORDERS } from '#domain/patients/person-name.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { Status } from '#src/ui/status.tsx';
import { useAppForm, type AppForm } from '#src/ui/use-app-form.ts';
import css from './column-step.module.css';
import { DateOrderChoice } from './date-order-choice.tsx';
import { NAME_ORDER_LABELS } from './import-words.ts';
import { useMapImport } from './imports.mutations.ts';

type MappingForm = AppForm<ImportMappingRequest, ImportMappingRequest>;

const OPTIONS = IMPORT_FIELDS.map((value) => ({ value, label: IMPORT_FIELD_LABELS[value] }));
const SURE = 0.8;

/** The second step: say what each column holds. What was guessed stands there already. */
export function ColumnStep({
  file,
  onChecking,
  onDiscard,
}: {
  file: PatientImport;
  onChecking: () => void;
  onDiscard: () => void;
}) {
  const form = useAppForm(importMappingRequest, file.mapping ?? file.suggestion);
  const draft = useUnsavedDraft(`import:${file.id}`, form);
  const map = useMapImport();
  return (
    <Form
      form={form}
      label="Columns of the file"
      onSubmit={(mapping) =>
        submitTo(form, async () => {
          await map.mutateAsync({ id: file.id, version: file.version, mapping });
          draft.clear();
          onChecking();
        })
      }
    >
      <DraftNotice draft={draft} />
      <FormField form={form} name="hasHeader" label="First row" labelHidden group>
        {({ value, onChange, onBlur }) => (
          <Checkbox
            label="The first row names the columns"
            checked={value}
            onChange={onChange}
            onBlur={onBlur}
          />
        )}
      </FormField>
      <ColumnTable form={form} file={file} />
      <ColumnOrders form={form} file={file} />
      <FormActions>
        <Button type="submit" variant="primary" loading={map.isPending}>
          Check the file
        </Button>
        <Button variant="quiet" onClick={onDiscard}>
          Discard this file
        </Button>
      </FormActions>
    </Form>
  );
}

function ColumnTable({ form, file }: { form: MappingForm; file: PatientImport }) {
  const [chosen, hasHeader] = useWatch({ control: form.control, name: ['columns', 'hasHeader'] });
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <caption className="visually-hidden">What each column of the file holds</caption>
        <thead>
          <tr>
            <th scope="col">Column of the file</th>
            <th scope="col">First values</th>
            <th scope="col">Holds</th>
            <th scope="col">Understood as</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map(({ column, header, samples, guess, confidence }) => {
            const title = hasHeader && header !== '' ? header : `Column ${column + 1}`;
            const field = chosen[column] ?? null;
            return (
              <tr key={column} data-off={field === null || undefined}>
                <th scope="row">{title}</th>
                <td className={css.samples}>
                  {samples.length === 0 ? (
                    <span className={css.none}>empty</span>
                  ) : (
                    [...new Set(samples)].map((sample) => (
                      <bdi key={sample} className={css.sample}>
                        {sample}
                      </bdi>
                    ))
                  )}
                </td>
                <td>
                  <FormField
                    form={form}
                    name={`columns.${column}`}
                    label={`What ${title} holds`}
                    labelHidden
                  >
                    {(bound) => (
                      <SelectInput
                        {...bound}
                        value={bound.value}
                        options={OPTIONS}
                        placeholder="Not imported"
                      />
                    )}
                  </FormField>
                </td>
                <td>
                  <Understood field={field} guess={guess} confidence={confidence} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Understood({
  field,
  guess,
  confidence,
}: {
  field: ImportMappingRequest['columns'][number];
  guess: ImportMappingRequest['columns'][number];
  confidence: number;
}) {
  if (field === null) return <span className={css.none}>Left out</span>;
  if (field !== guess) return <Status>Chosen by you</Status>;
  if (confidence >= SURE) return <Status tone="ok">By its name and values</Status>;
  return <Status tone="review">A guess: look at the values</Status>;
}

function ColumnOrders({ form, file }: { form: MappingForm; file: PatientImport }) {
  const chosen = useWatch({ control: form.control, name: 'columns' });
  const dates = file.columns.find(({ column }) => chosen[column] === 'birthDate')?.dates;
  return (
    <>
      {dates && <DateOrderChoice form={form} dates={dates} />}
      {chosen.includes('fullName') && (
        <FormField form={form} name="nameOrder" label="Full names are written" group>
          {({ value, onChange, onBlur }) => (
            <RadioGroup
              value={value}
              onChange={onChange}
              onBlur={onBlur}
              options={NAME_ORDERS.map((order) => ({
                value: order,
                label: NAME_ORDER_LABELS[order],
              }))}
            />
          )}
        </FormField>
      )}
    </>
  );
}
