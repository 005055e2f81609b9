import {
  hasCountedPoints,
  isInjection,
  TECHNIQUE_LABELS,
  TECHNIQUES,
  type Technique,
} from '#domain/sessions/session-enums.ts';
import { expectedPoints } from '#domain/sessions/session-rules.ts';
import type { Finding } from '#domain/ingredients/finding.ts';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Changed, Status } from '#src/ui/status.tsx';
import { ChoiceChips } from './choice-chips.tsx';
import { DraftField } from './draft-field.tsx';
import { FindingList } from './finding-list.tsx';
import css from './session-editor.module.css';
import type { SessionValues } from './session-values.ts';
import { typePointMl } from './zone-edits.ts';
import type { SessionDraft } from './use-session-draft.ts';
import type { wasLastTime } from './was-last-time.ts';

type Was = ReturnType<typeof wasLastTime>;

const OPTIONS = TECHNIQUES.map((value) => ({ value, label: TECHNIQUE_LABELS[value] }));

const STEPPED = [
  { name: 'depthMm', label: 'Depth', unit: 'mm', decimals: 1, step: 0.5, min: 0.5, max: 13 },
  { name: 'spacingCm', label: 'Spacing', unit: 'cm', decimals: 1, step: 0.1, min: 0.1, max: 10 },
  { name: 'pointMl', label: 'Each point', unit: 'ml', decimals: 2, step: 0.01, min: 0.01, max: 2 },
  { name: 'injectionCount', label: 'Points', unit: '', decimals: 0, step: 1, min: 1, max: 3000 },
  { name: 'areaCm2', label: 'Area', unit: 'cm²', decimals: 0, step: 1, min: 1, max: 1000 },
] as const;

/**
 * A volume that was typed stays when the technique changes between injecting and needling; it
 * moves to where it is true.
 */
function withTechnique(values: SessionValues, technique: Technique): Partial<SessionValues> {
  const { volumeMl, appliedMl } = values;
  return isInjection(technique)
    ? { technique, volumeMl: volumeMl ?? appliedMl, appliedMl: null }
    : { technique, volumeMl: null, appliedMl: appliedMl ?? volumeMl };
}

/** How the product reaches the scalp: technique, depth, spacing, points and area. */
export function TechniqueSection({
  draft,
  was,
  findings,
}: {
  draft: SessionDraft;
  was: Was;
  findings: readonly Finding[];
}) {
  const { technique } = draft.values;
  const isCounted = technique === null || hasCountedPoints(technique);
  return (
    <Section title="Technique">
      <DraftField draft={draft} name="technique" label="Technique" labelHidden group>
        {({ value, onBlur, isInvalid }) => (
          <ChoiceChips
            label="Technique"
            value={value}
            options={OPTIONS}
            onChange={(chosen) => draft.set(withTechnique(draft.values, chosen))}
            onBlur={onBlur}
            isInvalid={isInvalid}
          />
        )}
      </DraftField>
      {was.technique !== undefined && (
        <p className={css.was}>
          <Changed>{was.technique}</Changed>
        </p>
      )}
      {STEPPED.filter(
        ({ name }) =>
          isCounted ||
          name === 'depthMm' ||
          name === 'areaCm2' ||
          // What is recorded is never hidden, even where this technique does not ask for it.
          draft.values[name] !== null,
      ).map(({ name, label, unit, decimals, step, min, max }) => (
        <DraftField
          key={name}
          draft={draft}
          name={name}
          label={label}
          was={was[name]}
          className={css.beside}
        >
          {(bound) => (
            <NumberInput
              value={bound.value}
              onChange={(value) =>
                name === 'pointMl'
                  ? draft.set(typePointMl(draft.values, value))
                  : bound.onChange(value)
              }
              onBlur={bound.onBlur}
              unit={unit === '' ? undefined : unit}
              decimals={decimals}
              stepper={{ step, min, max }}
            />
          )}
        </DraftField>
      ))}
      <EachPoint values={draft.values} />
      <FindingList findings={findings} />
      {isCounted && <PointsFit values={draft.values} />}
    </Section>
  );
}

/** What each point comes to where it is not typed itself. */
function EachPoint({ values: { volumeMl, injectionCount, pointMl } }: { values: SessionValues }) {
  if (pointMl !== null) return null;
  if (typeof volumeMl !== 'number' || typeof injectionCount !== 'number' || injectionCount < 1)
    return null;
  return (
    <p className={css.derived}>
      <span>That is, each point</span>
      <b>{(volumeMl / injectionCount).toFixed(3)} ml</b>
    </p>
  );
}

/** Says that the points fit the area; what does not fit is a finding and shown as one. */
function PointsFit({ values: { injectionCount, areaCm2, spacingCm } }: { values: SessionValues }) {
  if (
    typeof injectionCount !== 'number' ||
    typeof areaCm2 !== 'number' ||
    typeof spacingCm !== 'number' ||
    spacingCm <= 0
  )
    return null;
  const expected = expectedPoints(areaCm2, spacingCm);
  const ratio = injectionCount / expected;
  if (ratio > 2 || ratio < 0.5) return null;
  return (
    <p className={css.fit} role="status">
      <Status tone="ok">
        {injectionCount} points fit {areaCm2} cm² at {spacingCm} cm (about {Math.round(expected)})
      </Status>
    </p>
  );
}
