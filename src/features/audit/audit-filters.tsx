import { Button } from '#src/ui/button.tsx';
import { FilterChip, MenuChip } from '#src/ui/chip.tsx';
import { Menu, MenuHeading, MenuItem } from '#src/ui/menu.tsx';
import { ACT_GROUPS, actInWords } from './act-words.ts';
import { AuditPeriod } from './audit-period.tsx';
import type { AuditSearch } from './audit.queries.ts';

/** What narrows the audit trail; what is set stands in the address. */
export function AuditFilters({
  search,
  people,
  onChange,
}: {
  search: AuditSearch;
  people: readonly { id: string; name: string }[];
  onChange: (change: AuditSearch) => void;
}) {
  const { actorId, act, patientId, from, to } = search;
  const who = people.find((person) => person.id === actorId)?.name ?? 'someone';
  const isNarrowed = [actorId, act, patientId, from, to].some((value) => value !== undefined);
  return (
    <>
      {actorId !== undefined ? (
        <FilterChip
          onRemove={() => onChange({ actorId: undefined })}
          removeLabel={`Remove the filter Who: ${who}`}
        >
          Who: <bdi data-name="">{who}</bdi>
        </FilterChip>
      ) : (
        people.length > 0 && (
          <Menu label="Who" trigger={(props) => <MenuChip {...props}>Who</MenuChip>}>
            {people.map((person) => (
              <MenuItem key={person.id} onSelect={() => onChange({ actorId: person.id })}>
                <bdi data-name="">{person.name}</bdi>
              </MenuItem>
            ))}
          </Menu>
        )
      )}
      {act !== undefined ? (
        <FilterChip
          onRemove={() => onChange({ act: undefined })}
          removeLabel={`Remove the filter What: ${actInWords(act)}`}
        >
          What: {actInWords(act)}
        </FilterChip>
      ) : (
        <Menu label="What" trigger={(props) => <MenuChip {...props}>What</MenuChip>}>
          {ACT_GROUPS.flatMap((group) => [
            <MenuHeading key={group.title}>{group.title}</MenuHeading>,
            ...Object.entries(group.acts).map(([code, words]) => (
              <MenuItem key={code} onSelect={() => onChange({ act: code })}>
                {words}
              </MenuItem>
            )),
          ])}
        </Menu>
      )}
      <AuditPeriod from={from} to={to} onChange={onChange} />
      {patientId !== undefined && (
        <FilterChip
          onRemove={() => onChange({ patientId: undefined })}
          removeLabel="Remove the filter: one patient"
        >
          One patient
        </FilterChip>
      )}
      {isNarrowed && (
        <Button
          variant="quiet"
          onClick={() =>
            onChange({
              actorId: undefined,
              act: undefined,
              patientId: undefined,
              from: undefined,
              to: undefined,
            })
          }
        >
          Clear
        </Button>
      )}
    </>
  );
}
