import * as z from 'zod/mini';
import {
  ADVICE_SOURCE_LABELS,
  CLEARANCE_LABELS,
  ONSET_LABELS,
} from '#domain/consultations/consultation-enums.ts';
import { type Consultation, consultationForm } from '#domain/consultations/consultation.ts';
import {
  ANSWER_LABELS,
  CAUSE_LABELS,
  CAUSES,
  SCALP_AREA_LABELS,
  SUITABILITY_LABELS,
} from '#domain/courses/course-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import { isSame } from '#src/lib/is-same.ts';

/** A consultation as it is typed. */
export type ConsultationTyped = z.input<typeof consultationForm>;
type Saved = z.output<typeof consultationForm>;

/** What the form holds of a consultation. */
export const valuesOf = (one: Consultation): ConsultationTyped => ({
  complaint: one.complaint,
  onset: one.onset,
  durationOfComplaintMonths: one.durationOfComplaintMonths,
  areas: one.areas,
  causesAsked: one.causesAsked,
  adviceSought: one.adviceSought,
  adviceNote: one.adviceNote,
  transplant: one.transplant,
  transplantOn: one.transplantOn,
  surgeonClearance: one.surgeonClearance,
  examination: one.examination,
  decision: one.decision,
  decisionReason: one.decisionReason,
  plan: one.plan,
});

const parts = consultationForm.shape;

/** The typed fields that differ from what is saved and can be saved: half a date waits. */
export function savableChange(typed: ConsultationTyped, saved: Consultation): Partial<Saved> {
  const before = valuesOf(saved);
  const change: Record<string, unknown> = {};
  // Object.keys forgets that they are the form's own.
  for (const key of Object.keys(parts) as (keyof Saved)[]) {
    const parsed = z.safeParse(parts[key], typed[key]);
    if (parsed.success && !isSame(parsed.data, before[key])) change[key] = parsed.data;
  }
  return change;
}

const months = (count: number | null): string => (count === null ? 'Not known' : `${count} months`);

/** Each part of a consultation in words, in the order of the screen; empty ones say so. */
export function consultationInWords(
  one: Consultation,
): { key: keyof Consultation; label: string; words: string }[] {
  const causes = CAUSES.filter((cause) => one.causesAsked[cause] !== 'not_asked').map(
    (cause) => `${CAUSE_LABELS[cause]}: ${ANSWER_LABELS[one.causesAsked[cause]].toLowerCase()}`,
  );
  const advice = one.adviceSought?.map((source) => ADVICE_SOURCE_LABELS[source]);
  const transplant = [
    ANSWER_LABELS[one.transplant],
    one.transplantOn === null ? '' : showDate(one.transplantOn),
    one.surgeonClearance === null ? '' : CLEARANCE_LABELS[one.surgeonClearance],
  ].filter((part) => part !== '');
  const written = (text: string | null): string => (text ? text : 'Not recorded');
  return [
    { key: 'complaint', label: 'Complaint', words: written(one.complaint) },
    { key: 'onset', label: 'Began', words: one.onset ? ONSET_LABELS[one.onset] : 'Not asked' },
    {
      key: 'durationOfComplaintMonths',
      label: 'Noticed for',
      words: months(one.durationOfComplaintMonths),
    },
    {
      key: 'areas',
      label: 'Where',
      words: written(one.areas.map((area) => SCALP_AREA_LABELS[area]).join(', ')),
    },
    {
      key: 'causesAsked',
      label: 'Causes asked',
      words: causes.length === 0 ? 'None asked' : causes.join(', '),
    },
    {
      key: 'adviceSought',
      label: 'Advice sought before',
      words: advice === undefined ? 'Not asked' : advice.length === 0 ? 'None' : advice.join(', '),
    },
    ...(one.adviceNote === null
      ? []
      : [{ key: 'adviceNote' as const, label: 'What was advised', words: one.adviceNote }]),
    { key: 'transplant', label: 'Hair transplant', words: transplant.join(', ') },
    { key: 'examination', label: 'Findings', words: written(one.examination) },
    {
      key: 'decision',
      label: 'Decision',
      words: one.decision === null ? 'Not decided' : SUITABILITY_LABELS[one.decision],
    },
    { key: 'decisionReason', label: 'Reason', words: written(one.decisionReason) },
    { key: 'plan', label: 'Plan', words: written(one.plan) },
  ];
}
