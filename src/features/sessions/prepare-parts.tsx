import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ANTISEPTIC_ANSWERS, ANTISEPTIC_LABELS } from '#domain/sessions/preparation.ts';
import type { Session } from '#domain/sessions/session.ts';
import { catalogueQuery } from '#src/ui/clinic/catalogue.queries.ts';
import { Field } from '#src/ui/field.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { Changed } from '#src/ui/status.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { TimeInput } from '#src/ui/time-input.tsx';
import { ChoiceChips } from './choice-chips.tsx';
import { DraftField, orNull } from './draft-field.tsx';
import css from './prepare-section.module.css';
import type { TypedPreparation } from './session-values.ts';
import type { SessionDraft } from './use-session-draft.ts';
import { wasPrepared } from './was-last-time.ts';

const ANTISEPTICS = ANTISEPTIC_ANSWERS.map((value) => ({ value, label: ANTISEPTIC_LABELS[value] }));

/** What each part of the checklist gets. */
export type Part = {
  draft: SessionDraft;
  set: (typed: Partial<TypedPreparation>) => void;
  last: Session | null;
};

/** One box of the checklist. */
function Box({
  draft,
  field,
  label,
  was = null,
  optional = false,
  children,
}: {
  draft: SessionDraft;
  field: keyof TypedPreparation;
  label: string;
  was?: string | null;
  optional?: boolean;
  children: (onBlur: () => void) => ReactNode;
}) {
  const path = `preparation.${field}`;
  return (
    <div data-field={path}>
      <Field
        label={label}
        optional={optional}
        error={draft.errorOf(path)}
        aside={was === null ? undefined : <Changed>{was}</Changed>}
      >
        {children(() => draft.leave(path))}
      </Field>
    </div>
  );
}

/** Whether an antiseptic was used, and which. */
export function Antiseptic({ draft, set, last }: Part) {
  const { antiseptic, antisepticProduct, antisepticLot } = draft.values.preparation;
  const path = 'preparation.antiseptic';
  const error = draft.errorOf(path);
  return (
    <div className={css.group}>
      <div data-field={path}>
        <Field label="Antiseptic" group error={error}>
          <ChoiceChips
            label="Antiseptic"
            value={antiseptic}
            options={ANTISEPTICS}
            onChange={(chosen) => set({ antiseptic: chosen })}
            isInvalid={error !== undefined}
          />
        </Field>
      </div>
      {antiseptic === 'used' && (
        <div className={css.pair}>
          <Box
            draft={draft}
            field="antisepticProduct"
            label="Antiseptic product"
            was={wasPrepared('antisepticProduct', antisepticProduct, last)}
          >
            {(onBlur) => (
              <TextInput
                value={antisepticProduct}
                onChange={(text) => set({ antisepticProduct: orNull(text) })}
                onBlur={onBlur}
                autoComplete="off"
              />
            )}
          </Box>
          <Box draft={draft} field="antisepticLot" label="Its lot" optional>
            {(onBlur) => (
              <TextInput
                value={antisepticLot}
                onChange={(text) => set({ antisepticLot: orNull(text) })}
                onBlur={onBlur}
                autoComplete="off"
                dir="ltr"
              />
            )}
          </Box>
        </div>
      )}
    </div>
  );
}

/** What dulls the pain: product, lot, milligrams for the sum, and times on the clinic's clock. */
export function Anaesthetic({ draft, set, last, isDrug }: Part & { isDrug: boolean }) {
  const { preparation } = draft.values;
  const catalogue = useQuery({ ...catalogueQuery(), enabled: isDrug });
  const counted = (catalogue.data ?? []).filter(
    ({ anaestheticFamily }) => anaestheticFamily !== 'none',
  );
  const text = (
    field: 'anaestheticProduct' | 'anaestheticLot',
    label: string,
    was: string | null,
    optional: boolean,
  ) => (
    <Box draft={draft} field={field} label={label} was={was} optional={optional}>
      {(onBlur) => (
        <TextInput
          value={preparation[field]}
          onChange={(typed) => set({ [field]: orNull(typed) })}
          onBlur={onBlur}
          autoComplete="off"
        />
      )}
    </Box>
  );
  const time = (field: 'anaestheticOnAt' | 'anaestheticOffAt', label: string) => (
    <Box draft={draft} field={field} label={label} optional>
      {(onBlur) => (
        <TimeInput
          value={preparation[field] ?? ''}
          onChange={(typed) => set({ [field]: orNull(typed) })}
          onBlur={onBlur}
        />
      )}
    </Box>
  );
  const was = wasPrepared('anaestheticProduct', preparation.anaestheticProduct, last);
  return (
    <div className={css.more}>
      {isDrug && (
        <>
          <div className={css.pair}>
            {text('anaestheticProduct', 'Numbing product', was, false)}
            {text('anaestheticLot', 'Lot of it', null, true)}
          </div>
          <div className={css.pair}>
            <Box draft={draft} field="anaestheticIngredientId" label="Counts as" optional>
              {(onBlur) => (
                <SelectInput
                  value={preparation.anaestheticIngredientId}
                  onChange={(chosen) => set({ anaestheticIngredientId: chosen })}
                  onBlur={onBlur}
                  placeholder="Choose"
                  options={counted.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
            </Box>
            <Box draft={draft} field="anaestheticMg" label="Amount of it" optional>
              {(onBlur) => (
                <NumberInput
                  value={preparation.anaestheticMg}
                  onChange={(typed) => set({ anaestheticMg: typed })}
                  onBlur={onBlur}
                  unit="mg"
                />
              )}
            </Box>
          </div>
        </>
      )}
      <div className={css.pair}>
        {time('anaestheticOnAt', 'Put on at')}
        {time('anaestheticOffAt', 'Taken off at')}
      </div>
      <DraftField draft={draft} name="anaesthesiaNote" label="Note on the anaesthesia" optional>
        {({ value, onChange, onBlur }) => (
          <TextInput
            value={value}
            onChange={(typed) => onChange(orNull(typed))}
            onBlur={onBlur}
            autoComplete="off"
          />
        )}
      </DraftField>
    </div>
  );
}
