import type { ImportColumn, ImportMappingRequest } from '#domain/imports/patient-import.ts';
import { DATE_ORDERS } from '#domain/patients/birth-date.ts';
import { FormField } from '#src/ui/form.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import { counted, DATE_ORDER_LABELS } from './import-words.ts';

type Dates = ImportColumn['dates'];

/** What a column says of the order of its dates, as a sentence. */
function foundIn({ order, counts, examples }: Dates): string {
  const example = (of: 'dmy' | 'mdy') => {
    const [first] = examples[of];
    return first ? ` (row ${first.row}: ${first.text})` : '';
  };
  switch (order) {
    case 'ambiguous':
      return `${counted(counts.either, 'date')} could be read both ways, and none tells day from month.`;
    case 'contradictory':
      return `${counted(counts.dmy, 'date')} can only be day first${example('dmy')}, ${counts.mdy.toLocaleString('en')} only month first${example('mdy')}. Rows of the other kind will be to mend, or read wrongly.`;
    case 'dmy':
      return `${counted(counts.dmy, 'date')} can only be day first${example('dmy')}, none only month first.`;
    case 'mdy':
      return `${counted(counts.mdy, 'date')} can only be month first${example('mdy')}, none only day first.`;
    default:
      return 'The dates begin with the year.';
  }
}

/** The order of day and month: as the column says, or as a person says where it does not tell. */
export function DateOrderChoice({
  form,
  dates,
}: {
  form: AppForm<ImportMappingRequest, ImportMappingRequest>;
  dates: Dates;
}) {
  const isUnsure = dates.order === 'ambiguous' || dates.order === 'contradictory';
  return (
    <FormField
      form={form}
      name="dateOrder"
      label="Dates of birth are written"
      group
      required={isUnsure}
      help={isUnsure ? undefined : foundIn(dates)}
    >
      {({ value, onChange, onBlur }) => (
        <>
          {isUnsure && (
            <Notice tone="review" title="Say whether the day or the month comes first">
              {foundIn(dates)}
            </Notice>
          )}
          <RadioGroup
            value={value ?? (isUnsure ? null : dates.suggested)}
            onChange={onChange}
            onBlur={onBlur}
            options={DATE_ORDERS.map((order) => ({
              value: order,
              label: DATE_ORDER_LABELS[order],
              ...(isUnsure && order === dates.suggested
                ? { help: 'Usual in this file or country' }
                : {}),
            }))}
          />
        </>
      )}
    </FormField>
  );
}
