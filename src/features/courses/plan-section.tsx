import { useQuery } from '@tanstack/react-query';
import { FormProvider, useWatch } from 'react-hook-form';
import { coursePlan, type CoursePlan } from '#domain/courses/course-plan.ts';
import { fewSessionsNote, planDeviations, planOfProtocol } from '#domain/courses/protocol-plan.ts';
import type { ProtocolVersion } from '#domain/protocols/protocol.ts';
import { protocolsQuery } from '#src/ui/clinic/protocols.queries.ts';
import { FormField } from '#src/ui/form.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import type { CourseFormState } from './course-form.tsx';
import css from './course-form.module.css';
import { PlanFields } from './plan-fields.tsx';
import { planInWords } from '#src/ui/clinic/plan-words.ts';

/** The plan of a course: from a protocol, as it is changed for this patient. */
export function PlanSection({
  form,
  isRunning,
}: {
  form: CourseFormState;
  /** A running course's plan changes with a reason, elsewhere. */
  isRunning: boolean;
}) {
  const { data: protocols } = useQuery(protocolsQuery());
  const [protocolVersionId, plannedSessions, intervalDaysMin, intervalDaysMax, maintenance] =
    useWatch({
      control: form.control,
      name: [
        'protocolVersionId',
        'plannedSessions',
        'intervalDaysMin',
        'intervalDaysMax',
        'maintenance',
      ],
    });
  const typed = coursePlan.safeParse({
    plannedSessions,
    intervalDaysMin,
    intervalDaysMax,
    maintenance,
  });
  const versions = protocols?.flatMap((protocol) => protocol.versions) ?? [];
  const chosen = versions.find(({ id }) => id === protocolVersionId);
  const offered = versions.filter(({ id, status }) => status === 'approved' || id === chosen?.id);
  const take = (version: ProtocolVersion | undefined): void => {
    if (!version) return;
    for (const [name, value] of Object.entries(planOfProtocol(version.phases)))
      // Object.entries forgets that they are the plan's own names.
      form.setValue(name as keyof CoursePlan, value, { shouldDirty: true, shouldValidate: true });
  };
  if (isRunning)
    return (
      <p className={css.note}>
        {typed.success ? planInWords(typed.data) : null} To make it longer or shorter, choose
        “Longer or shorter” on the patient’s page and say why.
      </p>
    );
  return (
    <div className={css.group}>
      <FormField
        form={form}
        name="protocolVersionId"
        label="Protocol"
        optional
        help={
          offered.length === 0 && protocols
            ? 'No protocol is approved yet. A manager approves them in the settings.'
            : 'Fills in the most sessions it speaks of. Change them for this patient.'
        }
      >
        {(bound) => (
          <SelectInput
            {...bound}
            placeholder="None"
            options={offered.map(({ id, name, number, status }) => ({
              value: id,
              label: `${name}, version ${number}${status === 'approved' ? '' : ' (retired)'}`,
            }))}
            onChange={(id) => {
              bound.onChange(id);
              take(offered.find((version) => version.id === id));
            }}
          />
        )}
      </FormField>
      {chosen && <ProtocolSource version={chosen} />}
      {/* The plan's numbers stand in the course's form under the same names. */}
      <FormProvider {...form}>
        <PlanFields />
      </FormProvider>
      {typed.success && (
        <PlanNotes
          plan={typed.data}
          deviations={chosen ? planDeviations(typed.data, chosen.phases) : []}
        />
      )}
    </div>
  );
}

/** Where a protocol comes from, and what its source states: quoted, never as a fact. */
function ProtocolSource({ version }: { version: ProtocolVersion }) {
  const { sourceLabel, sourceStatement } = version;
  return (
    <p className={css.note}>
      {sourceStatement === ''
        ? `Source: ${sourceLabel}.`
        : `${sourceLabel} states: “${sourceStatement}”`}
    </p>
  );
}

function PlanNotes({ plan, deviations }: { plan: CoursePlan; deviations: readonly string[] }) {
  const few = fewSessionsNote(plan.plannedSessions);
  return (
    <div className={css.group} aria-live="polite">
      {deviations.length > 0 && (
        <Notice tone="note" title="This plan deviates from the protocol">
          {deviations.map((deviation) => (
            <p key={deviation}>{deviation}</p>
          ))}
        </Notice>
      )}
      {few !== null && <Notice tone="note">{few}</Notice>}
    </div>
  );
}
