import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { Name } from '#src/ui/name.tsx';
import { RoleWords, type StaffListItem, StaffState } from './staff-words.tsx';
import css from './staff-words.module.css';

/** The columns of the staff; e-mail addresses only for whoever holds the accounts. */
export function staffColumns({
  ownId,
  mayWrite,
}: {
  ownId: string;
  mayWrite: boolean;
}): TableColumn<StaffListItem>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      grow: true,
      cell: (person) => (
        <>
          <Name strong>{person.name}</Name>
          {person.id === ownId && <span className={css.you}> you</span>}
        </>
      ),
    },
    { id: 'roles', header: 'Roles', cell: (person) => <RoleWords person={person} oneLine /> },
    ...(mayWrite
      ? [
          {
            id: 'email',
            header: 'Signs in with',
            quiet: true,
            from: 'tablet',
            cell: (person) => (
              <span className={`${css.email} clip`} title={person.email}>
                {person.email}
              </span>
            ),
          } satisfies TableColumn<StaffListItem>,
        ]
      : []),
    { id: 'state', header: 'State', cell: (person) => <StaffState person={person} /> },
  ];
}
