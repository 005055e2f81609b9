import type { ResponderGroup } from '#domain/reports/responders.ts';
import css from './responder-table.module.css';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function inWords(estimate: ResponderGroup['ofAssessed']): string {
  return estimate === null
    ? 'too few'
    : `${percent(estimate.value)} (${percent(estimate.low)} to ${percent(estimate.high)})`;
}

/** The figures of the responders chart as a table. */
export function ResponderTable({ groups }: { groups: readonly ResponderGroup[] }) {
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" data-numeric="">
              Started
            </th>
            <th scope="col" data-numeric="">
              Due
            </th>
            <th scope="col" data-numeric="">
              Assessed
            </th>
            <th scope="col" data-numeric="">
              Responders
            </th>
            <th scope="col" data-numeric="">
              Of those assessed, 95 %
            </th>
            <th scope="col" data-numeric="">
              Of all due, 95 %
            </th>
            <th scope="col" data-numeric="">
              Sessions
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.label}</th>
              <td data-numeric="">{group.started}</td>
              <td data-numeric="">{group.due}</td>
              <td data-numeric="">{group.assessed}</td>
              <td data-numeric="">{group.responders}</td>
              <td data-numeric="">{inWords(group.ofAssessed)}</td>
              <td data-numeric="">{inWords(group.ofDue)}</td>
              <td data-numeric="">{group.sessions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
