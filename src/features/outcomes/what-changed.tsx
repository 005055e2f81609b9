import { useQuery } from '@tanstack/react-query';
import {
  CHANGE_ANSWER_LABELS,
  CHANGE_ITEM_LABELS,
  CHANGE_ITEMS,
  type ChangeAnswer,
} from '#domain/outcomes/patient-changes.ts';
import { showDate } from '#src/lib/dates.ts';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './measure-chart.module.css';
import { patientChangesQuery } from './outcomes.queries.ts';

/** How many of the latest lists stand side by side. */
const SHOWN = 4;

const inWords = (answer: ChangeAnswer): string =>
  answer === 'not_asked' ? '–' : CHANGE_ANSWER_LABELS[answer];

/** What the patient said changed since before session 1, item by item, the latest lists side by side. */
export function WhatChanged({ patientId }: { patientId: string }) {
  const query = useQuery(patientChangesQuery(patientId));
  if (query.data?.length === 0) return null;
  return (
    <Section title="What the patient says changed" meta="Compared with before session 1">
      <QueryBoundary
        query={query}
        size="panel"
        loading={<LoadingState kind="text" />}
        errorTitle="What changed did not load"
      >
        {(lists) => {
          const shown = lists.slice(0, SHOWN).toReversed();
          return (
            <div className={css.scroll}>
              <table className={css.table}>
                <thead>
                  <tr>
                    <th scope="col">
                      <span className="visually-hidden">What</span>
                    </th>
                    {shown.map(({ id, askedOn }) => (
                      <th key={id} scope="col">
                        {showDate(askedOn)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {CHANGE_ITEMS.map((item) => (
                    <tr key={item}>
                      <th scope="row">{CHANGE_ITEM_LABELS[item]}</th>
                      {shown.map(({ id, answers }) => (
                        <td key={id}>{inWords(answers[item])}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </QueryBoundary>
    </Section>
  );
}
